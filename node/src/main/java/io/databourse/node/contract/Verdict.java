package io.databourse.node.contract;

/// The answer of a check.
public sealed interface Verdict {
    record Allowed() implements Verdict {}

    /// Said no, with a reason that a person can act on.
    record Refused(RefusalCode code, String reason) implements Verdict {}
}
