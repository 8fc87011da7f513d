package io.databourse.node.contract;

import java.time.Instant;
import java.util.Set;

/// The owner's own limits for one source, set in the node's configuration and known to nobody else.
/// A contract may allow less than this, never more, whoever signed it.
///
/// @param tasks such as `mpc/psi`
/// @param resultColumns columns whose values may reach another party
/// @param minimumResult the fewest rows that a result made with this source may have
public record ReleasePolicy(
        Set<String> tasks,
        Set<String> purposes,
        Set<String> joinColumns,
        Set<String> filterColumns,
        Set<String> resultColumns,
        int minimumResult,
        Instant until) {
    public ReleasePolicy {
        tasks = Set.copyOf(tasks);
        purposes = Set.copyOf(purposes);
        joinColumns = Set.copyOf(joinColumns);
        filterColumns = Set.copyOf(filterColumns);
        resultColumns = Set.copyOf(resultColumns);
    }
}
