/// Reconciliation (对账): the gateway, the meter, the charges and the ledger say the same, and the
/// rules that must always hold do hold.
@NullMarked
package io.databourse.settlement.reconciliation;

import org.jspecify.annotations.NullMarked;
