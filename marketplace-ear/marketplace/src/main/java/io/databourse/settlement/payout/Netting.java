package io.databourse.settlement.payout;

import io.databourse.merchant.Merchant;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.util.List;

/// Nets a party's positions, 轧差.
///
/// @param item the sums
/// @param positions by role
record Netting(BatchItem item, List<Position> positions) {
    Netting {
        positions = List.copyOf(positions);
    }

    /// @param held in dispute, of the party's money
    /// @param blocked whether an earlier payment is still open
    static Netting of(
            Merchant party,
            List<Position> positions,
            long held,
            boolean blocked,
            Money leastPayout) {
        long payable = positions.stream().mapToLong(Position::payable).sum();
        long notYetDue = positions.stream().mapToLong(Position::notYetDue).sum();
        long owed = positions.stream().mapToLong(Position::owed).sum();
        long collected = positions.stream().mapToLong(Position::collectable).sum();
        long available = positions.stream().mapToLong(Position::available).sum();
        long paid = blocked || available < leastPayout.minor() ? 0 : available;
        long due = payable - notYetDue - owed + held;
        return new Netting(
                new BatchItem(
                        party.id(),
                        party.name(),
                        party.creditCode().value(),
                        cny(payable),
                        cny(notYetDue),
                        cny(owed),
                        cny(collected),
                        cny(due),
                        cny(paid),
                        cny(held),
                        cny(due - held - paid),
                        blocked),
                positions);
    }

    private static Money cny(long minor) {
        return Money.ofMinor(minor, CurrencyCode.CNY);
    }
}
