package io.databourse.metering;

import io.databourse.contract.ContractId;
import java.time.Instant;
import java.util.UUID;

/// One call, as whoever served it reports it.
///
/// @param id of version 7, made when the call came in: the same call has the same id, however often
///   it is reported
/// @param source who made the id, such as a gateway's name: 1 to 40 of `a–z 0–9 . _ -`
/// @param rows result rows
/// @param bytes result bytes
/// @param cpuMillis processor time
/// @param at when it was served, to the microsecond
public record CallRecord(
        UUID id,
        String source,
        ContractId contractId,
        CallOutcome outcome,
        long rows,
        long bytes,
        long cpuMillis,
        Instant at) {

    /// What the call takes of the contract's quota.
    public long units() {
        return outcome == CallOutcome.ERROR ? 0 : 1;
    }
}
