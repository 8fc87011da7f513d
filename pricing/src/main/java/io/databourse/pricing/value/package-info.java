/// What a price could be: suggestions with their formula and every number that went into it, prices
/// of answers and of accuracy, and whether somebody can get them for less. Pure functions, no
/// clock, no I/O; the same input gives the same output.
@NullMarked
package io.databourse.pricing.value;

import org.jspecify.annotations.NullMarked;
