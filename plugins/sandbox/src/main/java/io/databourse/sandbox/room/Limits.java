package io.databourse.sandbox.room;

import java.time.Duration;

/// What a job may use up. A limit that is hit ends the job, and the user is told which it was.
///
/// @param memoryBytes of all its processes and of the files it writes, which live in memory
/// @param processes its processes and threads together; a JVM alone has about 20
/// @param cpuPercent of one processor: 150 is one and a half
/// @param wall from start to end
/// @param outputBytes of standard output; of standard error at most [#ERROR_BYTES]
/// @param scratchBytes in each of `/work`, `/tmp` and `/dev/shm`
public record Limits(
        long memoryBytes,
        int processes,
        int cpuPercent,
        Duration wall,
        long outputBytes,
        long scratchBytes) {

    /// The most of standard error that is kept; a job that writes more is ended.
    public static final int ERROR_BYTES = 256 * 1024;

    private static final long LEAST_MEMORY = 16L << 20;

    public Limits {
        if (memoryBytes < LEAST_MEMORY
                || processes < 1
                || cpuPercent < 1
                || wall.isNegative()
                || wall.isZero()
                || outputBytes < 0
                || scratchBytes < 1) {
            throw new IllegalArgumentException("limits too small: " + memoryBytes + " bytes");
        }
    }

    /// 2 GB, 64 processes, two processors, ten minutes, 1 MB of output, 256 MB of scratch space.
    public static Limits standard() {
        return new Limits(2L << 30, 64, 200, Duration.ofMinutes(10), 1_000_000, 256L << 20);
    }
}
