/// Exact amounts of money and how to divide them.
@NullMarked
package io.databourse.money;

import org.jspecify.annotations.NullMarked;
