@NullMarked
package io.databourse.web.job;

import org.jspecify.annotations.NullMarked;
