/// Price plans, quotes and who gets what: pure functions, no clock, no I/O.
@NullMarked
package io.databourse.pricing;

import org.jspecify.annotations.NullMarked;
