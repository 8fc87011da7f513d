package io.databourse.plugin;

import java.io.OutputStream;

/// Where a result goes; what becomes of it is the contract's business. It is either one table or
/// one file; a result of several files has one sink for each, by name. Nothing counts until the
/// program has returned [Outcome.Completed]: the node throws away what another outcome left behind,
/// and may withhold a result until all parties have completed.
public interface ResultSink {

    /// Begins a table; call it once, even for a result without rows.
    void begin(Schema schema) throws InterruptedException;

    /// Appends rows of the schema's columns. The arrays are the caller's again when this returns.
    ///
    /// @throws IllegalStateException before [#begin]
    void write(Chunk chunk) throws InterruptedException;

    /// Begins a file instead, such as a model; close the stream when it is whole.
    ///
    /// @param mediaType such as `application/json`
    OutputStream file(String mediaType) throws InterruptedException;

    /// Says that this run brings no result because reviewers of another party hold it, see
    /// [HeldOutput]. The program then completes without one.
    default void awaitReview() {
        throw new IllegalStateException("results are not reviewed here");
    }
}
