package io.databourse.plugin;

/// Tells people how far a run is. Call it as often as is useful; the node thins it out. A run that
/// reports no progress for a long time is taken for hung, so long phases report from within.
@FunctionalInterface
public interface Progress {

    /// Says how far a phase is.
    ///
    /// @param phase a short name in lower case, such as `tagging`
    /// @param total 0 if it is not known
    /// @param unit what is counted, such as `rows`
    /// @throws InterruptedException if the run was cancelled
    void report(String phase, long done, long total, String unit) throws InterruptedException;
}
