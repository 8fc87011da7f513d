package io.databourse.quota;

import io.databourse.contract.ContractId;
import java.time.Instant;
import java.util.Optional;

/// Asks for a pack.
///
/// @param key unique for ever: the same key is the same pack
/// @param priority lower numbers burn first
public record PackGrant(
        String key,
        ContractId contractId,
        long units,
        int priority,
        Instant validFrom,
        Optional<Instant> validUntil) {}
