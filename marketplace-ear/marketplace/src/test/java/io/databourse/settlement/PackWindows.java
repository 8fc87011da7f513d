package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.harness.Exchange;
import io.databourse.quota.PackEnds;

/// What the timer does about packs whose window is over, for one contract.
final class PackWindows {
    private static final int ALL = 100_000;

    private PackWindows() {}

    /// @return how many packs of the contract ended
    static long end(Contract contract) {
        PackEnds ends = Exchange.get().bean(PackEnds.class);
        return ends.due(ALL).stream()
                .filter(pack -> pack.contractId().equals(contract.id()))
                .filter(ends::end)
                .count();
    }
}
