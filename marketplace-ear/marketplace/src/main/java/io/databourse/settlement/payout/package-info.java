/// Payouts (清算与付款): what is due is netted for each party once a working day, and paid by a bank.
@NullMarked
package io.databourse.settlement.payout;

import org.jspecify.annotations.NullMarked;
