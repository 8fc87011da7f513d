package io.databourse.plugin;

/// Counts what a run did. The node signs the numbers into its report, beside the bytes and times
/// that it measures by itself, so they say how much and never which.
public interface WorkMeter {
    /// Rows read from the input.
    String INPUT_ROWS = "inputRows";

    /// Rows left out because a part of the key is NULL.
    String NULL_KEYS = "nullKeys";

    /// Rows whose key an earlier row has.
    String DUPLICATE_KEYS = "duplicateKeys";

    /// The size that says of how many identifiers a result tells, where a program knows it: a count
    /// or a sum is one row about many. The node holds this, and not the number of rows, against the
    /// contract's minimum.
    String INTERSECTION_SIZE = "intersectionSize";

    /// Adds to one of the meters that the task's card names.
    void count(String meter, long amount);

    /// Records a size of others that this party got to see; the task's [Disclosure] lists it.
    void learned(String name, long value);

    /// Records that every key this run made has been overwritten. Call it after doing so, also when
    /// the run fails.
    void keysDestroyed();
}
