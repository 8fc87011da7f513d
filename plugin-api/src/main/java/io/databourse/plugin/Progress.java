package io.databourse.plugin;

/// Tells people how far a run is. Call it as often as is useful; the node thins it out. A run that
/// reports no progress for a long time is taken for hung, so long phases report from within.
@FunctionalInterface
public interface Progress {
    /// What begins so is no phase, but something that was found out about the input; see [#found].
    String FOUND = "found-";

    /// Says how far a phase is.
    ///
    /// @param phase a short name in lower case, such as `tagging`
    /// @param total 0 if it is not known
    /// @param unit what is counted, such as `rows`
    /// @throws InterruptedException if the run was cancelled
    void report(String phase, long done, long total, String unit) throws InterruptedException;

    /// Says before the long work what a person should know about this party's input now and not
    /// when the run is over. What the exchange has words for, its owner keeps seeing beside the
    /// job: [#NULL_KEYS], [#UNREADABLE_KEYS], [#REPEATED_KEYS] and [#NO_KEYS].
    ///
    /// @param what in lower case with hyphens
    /// @param count how many are so
    /// @param of how many were looked at
    /// @param unit [#ROWS], or [#FIRST_ROWS] if there are more rows than were looked at
    default void found(String what, long count, long of, String unit) throws InterruptedException {
        report(FOUND + what, count, of, unit);
    }

    /// Rows that have no key because a value of it is NULL.
    String NULL_KEYS = "null-keys";

    /// Rows that have no key because a value of it is not what the job's rules say.
    String UNREADABLE_KEYS = "unreadable-keys";

    /// Rows whose key an earlier row has.
    String REPEATED_KEYS = "repeated-keys";

    /// No row has a key.
    String NO_KEYS = "no-keys";

    String ROWS = "rows";
    String FIRST_ROWS = "first-rows";
}
