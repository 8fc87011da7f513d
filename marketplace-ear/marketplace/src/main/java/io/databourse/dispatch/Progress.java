package io.databourse.dispatch;

/// What a node says about a running job, best effort.
public record Progress(int attempt, String phase, long done, long total, String unit) {
    /// For those who must not see how many rows or keys another party has.
    Progress inPercent() {
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
