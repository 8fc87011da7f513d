package io.databourse.dispatch;

/// How one party's part ended.
public enum PartyOutcome {
    COMPLETED,
    REFUSED,
    FAILED
}
