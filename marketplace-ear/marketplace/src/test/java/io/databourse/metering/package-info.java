@NullMarked
package io.databourse.metering;

import org.jspecify.annotations.NullMarked;
