package io.databourse.mpc;

/// A peer sent what the protocol does not allow at this point.
public final class WrongMessageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongMessageException(String message) {
        super(message);
    }
}
