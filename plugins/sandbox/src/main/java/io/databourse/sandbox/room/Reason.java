package io.databourse.sandbox.room;

/// Why a room ended.
public enum Reason {
    /// The job ended by itself; its exit code says how.
    EXITED,
    MEMORY_LIMIT,
    /// It failed, having been refused a process or thread.
    PROCESS_LIMIT,
    TIME_LIMIT,
    OUTPUT_LIMIT,
    /// The node ended it.
    KILLED,
    /// The room could not be set up, so the job never ran.
    NOT_STARTED
}
