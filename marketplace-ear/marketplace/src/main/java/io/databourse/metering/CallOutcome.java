package io.databourse.metering;

/// What became of a call. Only what was answered is charged: an error costs nothing.
public enum CallOutcome {
    /// Something was found, 查得.
    HIT,
    /// Nothing was found, 查无.
    MISS,
    ERROR
}
