package io.databourse.node.job;

import io.databourse.node.child.ProgressMade;
import java.time.Duration;

/// How far a run is: what its program says, and what the node sees by itself.
///
/// @param sent bytes to the other nodes
/// @param received bytes from them
public record RunProgress(ProgressMade made, long sent, long received) {
    /// Instead of a phase, with the silent party after it: nothing gets on without that one.
    static final String SILENT = "silent:";

    /// @param limit after which the peer is taken for lost
    static ProgressMade silent(String peer, Duration silence, Duration limit) {
        return new ProgressMade(SILENT + peer, silence.toSeconds(), limit.toSeconds(), "seconds");
    }
}
