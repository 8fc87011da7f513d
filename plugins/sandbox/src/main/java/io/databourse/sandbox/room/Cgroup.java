package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The control group of one room: it limits and counts what the job's processes use together.
interface Cgroup extends AutoCloseable {
    /// Files that a process writes its number to, to go in.
    List<Path> entrances();

    /// What the kernel counted until now.
    Usage usage() throws IOException;

    /// Ends every process in it.
    void kill() throws IOException;

    /// Ends what is left and removes the group.
    @Override
    void close() throws IOException;

    /// @param memoryKills how often the kernel ended a process for the memory limit
    /// @param refusedProcesses how often a process or thread was refused
    record Usage(long cpuMillis, long peakBytes, long memoryKills, long refusedProcesses) {}
}
