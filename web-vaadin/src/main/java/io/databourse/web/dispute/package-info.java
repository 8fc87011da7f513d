/// Disputes and refunds.
@NullMarked
package io.databourse.web.dispute;

import org.jspecify.annotations.NullMarked;
