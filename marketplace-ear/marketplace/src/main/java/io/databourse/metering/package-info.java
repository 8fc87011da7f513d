/// Metering (计量): one record of every job that ended, whatever became of it.
@NullMarked
package io.databourse.metering;

import org.jspecify.annotations.NullMarked;
