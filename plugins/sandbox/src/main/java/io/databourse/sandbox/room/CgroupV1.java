package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Version 1: one folder in each controller's own hierarchy.
final class CgroupV1 implements Cgroup {
    static final List<String> NEEDED = List.of("memory", "pids", "cpu");
    private static final String COUNTER = "cpuacct";
    private static final int PERIOD_MICROS = 100_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<String, Path> folders;

    private CgroupV1(Map<String, Path> folders) {
        this.folders = folders;
    }

    /// @param parents the folder of each controller under which the room's is made
    static CgroupV1 make(Map<String, Path> parents, String name, Limits limits, int ownProcesses)
            throws IOException {
        var folders = new LinkedHashMap<String, Path>();
        parents.forEach((controller, parent) -> folders.put(controller, parent.resolve(name)));
        var group = new CgroupV1(folders);
        try {
            // Two controllers may share one hierarchy.
            for (var folder : List.copyOf(new java.util.LinkedHashSet<>(folders.values()))) {
                Files.createDirectory(folder);
            }
            group.limit(limits, ownProcesses);
            return group;
        } catch (IOException e) {
            group.close();
            throw e;
        }
    }

    private void limit(Limits limits, int ownProcesses) throws IOException {
        var memory = folder("memory");
        var bytes = Long.toString(limits.memoryBytes());
        CgroupFiles.write(memory, "memory.limit_in_bytes", bytes);
        CgroupFiles.writeIfThere(memory, "memory.memsw.limit_in_bytes", bytes);
        CgroupFiles.write(
                folder("pids"), "pids.max", Integer.toString(limits.processes() + ownProcesses));
        var cpu = folder("cpu");
        CgroupFiles.write(cpu, "cpu.cfs_period_us", Integer.toString(PERIOD_MICROS));
        CgroupFiles.write(
                cpu,
                "cpu.cfs_quota_us",
                Long.toString((long) PERIOD_MICROS * limits.cpuPercent() / 100));
    }

    private Path folder(String controller) {
        return java.util.Objects.requireNonNull(folders.get(controller), controller);
    }

    @Override
    public List<Path> entrances() {
        return folders.values().stream()
                .distinct()
                .map(folder -> folder.resolve("cgroup.procs"))
                .toList();
    }

    @Override
    public Usage usage() throws IOException {
        var memory = folder("memory");
        var counter = folders.get(COUNTER);
        return new Usage(
                counter == null
                        ? 0
                        : CgroupFiles.number(counter, "cpuacct.usage") / NANOS_PER_MILLI,
                CgroupFiles.number(memory, "memory.max_usage_in_bytes"),
                CgroupFiles.number(memory, "memory.oom_control", "oom_kill"),
                CgroupFiles.number(folder("pids"), "pids.events", "max"));
    }

    @Override
    public void kill() throws IOException {
        // A process may be forking while it is being ended; the next look finds its child. The
        // limit on processes bounds how often that can be.
        while (!CgroupFiles.processes(folder("pids")).isEmpty()) {
            CgroupFiles.killAll(folder("pids"));
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        for (var folder : folders.values()) {
            CgroupFiles.remove(folder);
        }
    }
}
