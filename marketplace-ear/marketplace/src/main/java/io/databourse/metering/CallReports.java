package io.databourse.metering;

import java.util.List;
import java.util.Optional;

/// Calls that are reported together.
///
/// @param atomic whether none is to be written unless all can be; not so if absent
/// @param calls 1 to 10,000
public record CallReports(Optional<Boolean> atomic, List<CallReport> calls) {
    public CallReports {
        calls = List.copyOf(calls);
        if (calls.isEmpty() || calls.size() > 10_000) {
            throw new IllegalArgumentException("has " + calls.size() + " calls, not 1 to 10000");
        }
    }

    boolean isAtomic() {
        return atomic.orElse(false);
    }
}
