package io.databourse.sandbox.sql;

import java.io.IOException;

/// Starts workers; each does one request and is gone.
public interface Workers {
    /// A worker that is starting up.
    ///
    /// @throws IOException if the room cannot be made
    Worker start() throws IOException;
}
