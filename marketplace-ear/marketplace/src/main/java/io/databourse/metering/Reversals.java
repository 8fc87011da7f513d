package io.databourse.metering;

import io.databourse.contract.ContractId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Sees to it that a call is reversed once. The lock on the contract's stream, in which both the
/// call and what reverses it are counted, keeps others from doing it at the same time.
final class Reversals {
    private final Set<CallKey> reversed;
    private final Map<ContractId, Long> units =
            new TreeMap<>(Comparator.comparing(ContractId::value));

    private Reversals(Set<CallKey> reversed) {
        this.reversed = reversed;
    }

    static Reversals in(List<CallRecord> calls, CallStore store) {
        List<CallKey> originals = calls.stream().flatMap(call -> call.reverses().stream()).toList();
        return new Reversals(
                originals.isEmpty() ? new HashSet<>() : new HashSet<>(store.reversed(originals)));
    }

    boolean admits(CallRecord call) {
        if (call.reverses().isEmpty()) {
            return true;
        }
        if (!reversed.add(call.reverses().get())) {
            return false;
        }
        units.merge(call.contractId(), -call.units(), Math::addExact);
        return true;
    }

    /// What goes back to the quota of each contract.
    Map<ContractId, Long> units() {
        return units;
    }
}
