@NullMarked
package io.databourse.settlement.invoice;

import org.jspecify.annotations.NullMarked;
