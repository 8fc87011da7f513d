package io.databourse.quota;

import io.databourse.contract.ContractId;
import java.time.Instant;

/// What happens to a quota.
public sealed interface QuotaEvent {
    ContractId contractId();

    long units();

    Instant at();

    record Granted(ContractId contractId, long units, Instant at) implements QuotaEvent {}

    record Held(ContractId contractId, String holder, long units, Instant at)
            implements QuotaEvent {}

    record Consumed(ContractId contractId, String holder, long units, Instant at)
            implements QuotaEvent {}

    record Released(ContractId contractId, String holder, long units, Instant at)
            implements QuotaEvent {}
}
