package io.databourse.sandbox;

/// What goes from the owner's program to the consumer's.
final class Handover {
    /// The most that one run hands over, with its frames.
    static final long MOST_BYTES = 80L << 20;

    private Handover() {}
}
