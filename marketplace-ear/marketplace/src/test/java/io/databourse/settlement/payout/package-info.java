@NullMarked
package io.databourse.settlement.payout;

import org.jspecify.annotations.NullMarked;
