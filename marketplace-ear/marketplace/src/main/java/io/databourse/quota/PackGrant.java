package io.databourse.quota;

import io.databourse.contract.ContractId;
import java.time.Instant;
import java.util.Optional;

/// Asks for a pack.
///
/// @param key unique for ever: the same key is the same pack
/// @param priority lower numbers burn first
/// @param rollover how many unused units of the pack that ends before it it takes over at most
public record PackGrant(
        String key,
        ContractId contractId,
        long units,
        int priority,
        Instant validFrom,
        Optional<Instant> validUntil,
        long rollover) {
    /// A pack that takes nothing over.
    public PackGrant(
            String key,
            ContractId contractId,
            long units,
            int priority,
            Instant validFrom,
            Optional<Instant> validUntil) {
        this(key, contractId, units, priority, validFrom, validUntil, 0);
    }
}
