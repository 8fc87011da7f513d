package io.databourse.sandbox.sql;

/// Carries the class of an engine's error out of [RoomEngine]; the error itself stays behind.
final class RoomFailure extends Exception {
    private static final long serialVersionUID = 1;
    private final Failure failure;

    RoomFailure(Failure failure) {
        super(failure.name(), null, false, false);
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
