package io.databourse.settlement.invoice;

import io.databourse.money.Money;

/// Sums of charges: all of it, and the exchange's commission with the VAT in it.
record Amounts(Money gross, Money commissionNet, Money vat) {}
