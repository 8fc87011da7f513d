package io.databourse.node.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The jobs that a node has begun under a contract, and when.
///
/// @param counted those that were delivered, or may still be
/// @param calledOff those that ended without a delivery, for which nobody paid
public record RunsBegun(Map<String, Instant> counted, Map<String, Instant> calledOff) {
    public static final RunsBegun NONE = new RunsBegun(Map.of(), Map.of());

    public RunsBegun {
        counted = Map.copyOf(counted);
        calledOff = Map.copyOf(calledOff);
    }

    boolean counts(String jobId) {
        return counted.containsKey(jobId);
    }

    /// When the runs began that are taken from an allowance. A run that was called off is given
    /// back, but may have told something to a party that does not keep to its protocol: no more are
    /// given back than there are runs, so that nobody can go on asking for nothing.
    ///
    /// @param runs that the contract allows in all
    List<Instant> takenFrom(long runs) {
        return Stream.concat(
                        counted.values().stream(), calledOff.values().stream().sorted().skip(runs))
                .toList();
    }
}
