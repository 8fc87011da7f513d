package io.databourse.mpc;

/// An owner's data cannot be used as the job wants; no data has left its node. What it says is
/// shown to people, so it names columns and rules, never values.
public final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnusableInputException(String message) {
        super(message);
    }
}
