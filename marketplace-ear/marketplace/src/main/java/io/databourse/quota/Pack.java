package io.databourse.quota;

import io.databourse.contract.ContractId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A grant of units with a window in which they may be used, 配额包.
///
/// @param account the account of the RUNS ledger that holds what is unused
/// @param units as granted
/// @param priority lower numbers burn first
/// @param validUntil for ever if empty
/// @param rollover how many unused units of the pack that ends before it it takes over at most
public record Pack(
        String id,
        ContractId contractId,
        String account,
        long units,
        int priority,
        Instant validFrom,
        Optional<Instant> validUntil,
        long rollover,
        Instant grantedAt) {
    /// Priority, then what expires first, then what was granted first; as OpenMeter burns grants.
    static final Comparator<Pack> BURN_ORDER =
            Comparator.comparingInt(Pack::priority)
                    .thenComparing(Pack::end)
                    .thenComparing(Pack::grantedAt)
                    .thenComparing(Pack::id);

    /// A pack without an end never ends before another.
    boolean endsBefore(Pack other) {
        return end().isBefore(other.end());
    }

    private Instant end() {
        return validUntil.orElse(Instant.MAX);
    }

    boolean isOpenAt(Instant now) {
        return !now.isBefore(validFrom) && validUntil.map(now::isBefore).orElse(true);
    }
}
