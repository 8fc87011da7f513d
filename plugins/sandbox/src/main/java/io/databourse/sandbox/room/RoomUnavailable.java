package io.databourse.sandbox.room;

/// This host cannot shut a job in. The message names the package or the setting that is missing; no
/// job is ever run with less.
public final class RoomUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    public RoomUnavailable(String message) {
        super(message);
    }

    public RoomUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
