package io.databourse.plugin;

import java.nio.ByteBuffer;

/// A provider's index, ready to answer. Safe for many threads.
public interface PreparedQueries extends AutoCloseable {
    /// Changes when the data does; clients fetch a new hint then.
    String version();

    /// What a client must have before it can ask; empty if nothing. It may be cached by version.
    ByteBuffer hint();

    /// Answers one request. A request that makes no sense is [Kind#ERROR], not an exception.
    Answer answer(ByteBuffer request) throws InterruptedException;

    @Override
    void close();

    /// What goes back to the client, and what the meter counts.
    ///
    /// @param bytes for [QueryClient.Asked#read]; what is in it is not the exchange's to know
    record Answer(Kind kind, ByteBuffer bytes) {}

    /// What the meter counts, 查得 / 查无.
    enum Kind {
        HIT,
        MISS,
        /// The provider cannot tell whether it was a hit: that is the protocol's promise.
        HIDDEN,
        ERROR
    }
}
