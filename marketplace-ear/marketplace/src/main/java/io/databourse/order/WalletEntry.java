package io.databourse.order;

import io.databourse.money.Money;
import java.time.Instant;

/// One movement of prepaid money.
///
/// @param kind `SIMULATED_PAYMENT` for a top-up, as no bank is connected; otherwise the reason of
///   the transfer
/// @param amount negative when money went out
/// @param subjectId what it was for, such as an order's id
public record WalletEntry(
        Instant at, String kind, Money amount, Money balanceAfter, String subjectId) {}
