package io.databourse.sandbox.sql;

/// A rules document that says nothing sensible; the message is for the one who wrote it.
public final class RulesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public RulesException(String message) {
        super(message);
    }
}
