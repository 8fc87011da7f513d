package io.databourse.quota;

import io.databourse.contract.ContractId;
import java.time.Instant;

/// Units of one pack that one instance may sell from its memory.
///
/// @param holder the instance
/// @param epoch of the contract's standing when it was made; a higher one fences it
/// @param units all units that it was given so far
/// @param expiresAt when others may take back what it has not consumed
public record Lease(
        long id,
        ContractId contractId,
        String packId,
        String holder,
        long epoch,
        long units,
        long consumed,
        Instant expiresAt) {}
