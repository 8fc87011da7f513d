package io.databourse.plugin.testkit;

/// Something that goes wrong at one party's n-th send or receive, counted from 1.
record Fault(Kind kind, String party, int operation) {
    static final Fault NONE = new Fault(Kind.NONE, "", 0);

    enum Kind {
        NONE,
        /// The party is gone, without a word.
        DISCONNECT,
        /// The party's run is cancelled by its node.
        CANCEL,
        /// The message that it sends arrives cut in half.
        TEAR
    }

    /// The party's process died; thrown in the program so that it ends.
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
