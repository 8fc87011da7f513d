package io.databourse.dispatch;

import java.util.Optional;

/// What a node says about a running job, best effort.
///
/// @param phase what its program does, or `silent:` and the party that it waits for in vain; then
///   `done` are the seconds since that party's last sign of life
/// @param total 0 if it is not known
public record Progress(
        int attempt, String phase, long done, long total, String unit, Optional<Traffic> traffic) {
    private static final String SILENT = "silent:";

    public Progress(int attempt, String phase, long done, long total, String unit) {
        this(attempt, phase, done, total, unit, Optional.empty());
    }

    Progress with(Traffic more) {
        return new Progress(attempt, phase, done, total, unit, Optional.of(more));
    }

    /// For those who must not see how many rows or keys another party has, nor guess it from bytes.
    Progress inPercent() {
        if (phase.startsWith(SILENT)) {
            return new Progress(attempt, phase, done, total, unit);
        }
        return total > 0
                ? new Progress(
                        attempt,
                        phase,
                        Math.clamp((long) (100.0 * done / total), 0, 100),
                        100,
                        "percent")
                : new Progress(attempt, phase, 0, 0, "");
    }
}
