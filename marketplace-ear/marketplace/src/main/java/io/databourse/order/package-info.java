/// Quotes, orders and the wallet that pays for them.
@NullMarked
package io.databourse.order;

import org.jspecify.annotations.NullMarked;
