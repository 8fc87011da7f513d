package io.databourse.sandbox.sql;

import java.io.IOException;

/// Starts workers; each does one request and is gone.
public interface Workers {
    /// A worker that waits for its request.
    ///
    /// @throws IOException if the room cannot be made, or the worker ends before it is ready
    Worker start() throws IOException;
}
