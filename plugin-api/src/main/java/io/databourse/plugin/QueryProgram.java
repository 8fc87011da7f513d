package io.databourse.plugin;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/// The two ends of an online task: the provider's node keeps a prepared index, the buyer's node has
/// a small client. Each call is one request and one answer, which the exchange carries and counts
/// as opaque bytes.
public interface QueryProgram {

    /// Builds the index in a folder that is kept; called again when the data changed.
    ///
    /// @param folder empty, and the index's own from now on
    PreparedQueries prepare(Dataset input, Parameters parameters, Path folder)
            throws InterruptedException;

    /// Opens an index built earlier, in a new process.
    PreparedQueries open(Path folder, Parameters parameters) throws InterruptedException;

    /// The buyer's end.
    ///
    /// @param hint what [PreparedQueries#hint] gave, perhaps from a cache
    QueryClient client(Parameters parameters, ByteBuffer hint);
}
