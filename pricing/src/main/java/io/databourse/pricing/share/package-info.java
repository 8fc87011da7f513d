/// What each of several parties contributed to a common result, and what it therefore gets: pure
/// functions, no clock, no I/O. A party is known by its position in the recorded order.
@NullMarked
package io.databourse.pricing.share;

import org.jspecify.annotations.NullMarked;
