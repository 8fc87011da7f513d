package io.databourse.order;

import io.databourse.money.Money;
import java.util.List;

/// An organisation's prepaid money.
///
/// @param available what can be spent now
/// @param reserved what orders and running contracts hold
/// @param entries the newest first
public record Wallet(Money available, Money reserved, List<WalletEntry> entries) {
    public Wallet {
        entries = List.copyOf(entries);
    }
}
