/// Prices: what a listing asks for use, how an amount comes about, and what a price could be.
@NullMarked
package io.databourse.web.pricing;

import org.jspecify.annotations.NullMarked;
