/// Refunds and disputes (退款与争议): money that goes back, or is held until somebody has decided.
@NullMarked
package io.databourse.settlement.dispute;

import org.jspecify.annotations.NullMarked;
