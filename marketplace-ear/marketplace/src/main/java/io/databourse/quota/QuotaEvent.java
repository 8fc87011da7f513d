package io.databourse.quota;

import io.databourse.contract.ContractId;
import java.time.Instant;

/// What happens to a quota.
public sealed interface QuotaEvent {
    ContractId contractId();

    Instant at();

    record Granted(ContractId contractId, long units, Instant at) implements QuotaEvent {}

    record Held(ContractId contractId, String holder, long units, Instant at)
            implements QuotaEvent {}

    record Consumed(ContractId contractId, String holder, long units, Instant at)
            implements QuotaEvent {}

    record Released(ContractId contractId, String holder, long units, Instant at)
            implements QuotaEvent {}

    /// A pack's window ended; its unused units are gone.
    record Expired(ContractId contractId, String packId, long units, Instant at)
            implements QuotaEvent {}

    /// A pack's window ended, and the next pack took over what was unused.
    record RolledOver(ContractId contractId, String packId, String toPackId, long units, Instant at)
            implements QuotaEvent {}

    /// An operator stopped or let go on all use of the contract.
    record FrozenChanged(ContractId contractId, boolean frozen, String reason, Instant at)
            implements QuotaEvent {}

    /// Half, four fifths or all of what was granted is consumed.
    record Reached(ContractId contractId, int percent, Instant at) implements QuotaEvent {}

    /// A pack with unused units ends in so many days.
    record ExpiresSoon(ContractId contractId, String packId, int days, long units, Instant at)
            implements QuotaEvent {}
}
