package io.databourse.sandbox.sql;

/// The machinery failed, not the query; its message is for the owner's log and never for a buyer.
public final class SandboxTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SandboxTrouble(String message, Throwable cause) {
        super(message, cause);
    }

    public SandboxTrouble(String message) {
        super(message);
    }
}
