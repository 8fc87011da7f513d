package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.pricing.ChargingRule;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One call, as whoever served it reports it; or the reversal, 冲正, of one.
///
/// @param id of version 7, made when the call came in: the same call has the same id, however often
///   it is reported
/// @param source who made the id, such as a gateway's name: 1 to 40 of `a–z 0–9 . _ -`
/// @param rows result rows
/// @param bytes result bytes
/// @param cpuMillis processor time
/// @param turnoverMinor the amount that the call is about, in minor units of the price's currency
/// @param at when it was served, to the microsecond
/// @param units what the call takes of the contract's quota; a reversal gives it back
/// @param reverses the call that this one undoes; its sizes are then negative
public record CallRecord(
        UUID id,
        String source,
        ContractId contractId,
        CallOutcome outcome,
        long rows,
        long bytes,
        long cpuMillis,
        long turnoverMinor,
        long units,
        Instant at,
        Optional<CallKey> reverses) {

    /// A call, counted by the standard rule.
    public CallRecord(
            UUID id,
            String source,
            ContractId contractId,
            CallOutcome outcome,
            long rows,
            long bytes,
            long cpuMillis,
            Instant at) {
        this(id, source, contractId, outcome, rows, bytes, cpuMillis, 0, at, ChargingRule.STANDARD);
    }

    /// A call, counted by its contract's rule.
    CallRecord(
            UUID id,
            String source,
            ContractId contractId,
            CallOutcome outcome,
            long rows,
            long bytes,
            long cpuMillis,
            long turnoverMinor,
            Instant at,
            ChargingRule rule) {
        this(
                id,
                source,
                contractId,
                outcome,
                rows,
                bytes,
                cpuMillis,
                turnoverMinor,
                outcome.units(rule),
                at,
                Optional.empty());
    }

    /// The record that undoes the original, all of it.
    static CallRecord reversing(UUID id, String source, CallRecord original, Instant at) {
        return new CallRecord(
                id,
                source,
                original.contractId,
                original.outcome,
                -original.rows,
                -original.bytes,
                -original.cpuMillis,
                -original.turnoverMinor,
                -original.units,
                at,
                Optional.of(original.key()));
    }

    public CallKey key() {
        return new CallKey(source, id);
    }

    /// 1, or −1 if it undoes a call.
    public int sign() {
        return reverses.isPresent() ? -1 : 1;
    }
}
