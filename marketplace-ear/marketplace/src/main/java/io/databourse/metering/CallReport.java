package io.databourse.metering;

import io.databourse.contract.ContractId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A call as its provider reports it, or the wish to reverse one.
///
/// @param id of version 7, made when the call came in; the same call has the same id for ever
/// @param source who made the id: 1 to 40 of `a–z 0–9 . _ -`
/// @param outcome of a call; a reversal has its original's
/// @param rows result rows, 0 if absent
/// @param bytes result bytes, 0 if absent
/// @param cpuMillis processor time, 0 if absent
/// @param turnover the amount of the buyer's business that the call is about, such as `1280.50` in
///   the price's currency; only where the price counts it
/// @param at when it was served; it decides the day that the call counts in
/// @param reverses the call that is undone, all of it
public record CallReport(
        UUID id,
        String source,
        ContractId contractId,
        Optional<CallOutcome> outcome,
        Optional<Long> rows,
        Optional<Long> bytes,
        Optional<Long> cpuMillis,
        Optional<String> turnover,
        Instant at,
        Optional<CallKey> reverses) {
    CallKey key() {
        return new CallKey(source, id);
    }
}
