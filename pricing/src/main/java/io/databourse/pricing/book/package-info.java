/// Price books: what a use costs, step by step, exactly. Pure functions, no clock, no I/O.
@NullMarked
package io.databourse.pricing.book;

import org.jspecify.annotations.NullMarked;
