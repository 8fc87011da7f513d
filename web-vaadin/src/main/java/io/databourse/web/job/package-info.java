/// Jobs: conditions, who learns what, live progress and result.
@NullMarked
package io.databourse.web.job;

import org.jspecify.annotations.NullMarked;
