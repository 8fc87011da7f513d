package io.databourse.plugin;

import java.time.Duration;
import java.util.List;

/// What a run will take at most. A hold is made from it, and a job may not exceed it without
/// asking.
///
/// @param units billable units, in the words of the contract: runs, calls, rows …
public record Estimate(long units, Duration time, List<PartyEstimate> parties) {
    public Estimate {
        parties = List.copyOf(parties);
        if (units < 0 || time.isNegative()) {
            throw new IllegalArgumentException("an estimate is not negative");
        }
    }

    /// What it takes of one party.
    ///
    /// @param memoryBytes heap that the party's child process needs
    /// @param workspaceBytes disk that it needs while it runs
    public record PartyEstimate(
            String party, long bytesSent, long memoryBytes, long workspaceBytes) {}
}
