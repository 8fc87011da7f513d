/// Quotes and orders.
@NullMarked
package io.databourse.web.order;

import org.jspecify.annotations.NullMarked;
