package io.databourse.plugin;

import java.nio.ByteBuffer;

/// The buyer's end of an online task. Safe for many threads.
public interface QueryClient {

    /// Turns a question into a request that hides it as the task's card says.
    ///
    /// @throws IllegalArgumentException if the question does not fit the task
    Asked ask(Parameters question);

    /// One question under way. It holds the secrets that open the answer, and dies with it.
    interface Asked {
        ByteBuffer request();

        /// Opens the answer.
        ///
        /// @throws IllegalArgumentException if the answer was not made for this request
        Read read(ByteBuffer answer);
    }

    /// What the answer said.
    ///
    /// @param values empty if nothing was found
    record Read(boolean found, Parameters values) {}
}
