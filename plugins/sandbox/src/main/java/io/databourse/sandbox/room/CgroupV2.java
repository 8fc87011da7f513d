package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Version 2: one folder, all controllers.
final class CgroupV2 implements Cgroup {
    static final List<String> NEEDED = List.of("memory", "pids", "cpu");
    private static final int PERIOD_MICROS = 100_000;
    private static final long MICROS_PER_MILLI = 1000;

    private final Path folder;

    private CgroupV2(Path folder) {
        this.folder = folder;
    }

    static CgroupV2 make(Path parent, String name, Limits limits, int ownProcesses)
            throws IOException {
        var group = new CgroupV2(parent.resolve(name));
        Files.createDirectory(group.folder);
        try {
            group.limit(limits, ownProcesses);
            return group;
        } catch (IOException e) {
            group.close();
            throw e;
        }
    }

    private void limit(Limits limits, int ownProcesses) throws IOException {
        CgroupFiles.write(folder, "memory.max", Long.toString(limits.memoryBytes()));
        CgroupFiles.writeIfThere(folder, "memory.swap.max", "0");
        CgroupFiles.write(folder, "memory.oom.group", "1");
        CgroupFiles.write(folder, "pids.max", Integer.toString(limits.processes() + ownProcesses));
        CgroupFiles.write(
                folder,
                "cpu.max",
                (long) PERIOD_MICROS * limits.cpuPercent() / 100 + " " + PERIOD_MICROS);
    }

    @Override
    public List<Path> entrances() {
        return List.of(folder.resolve("cgroup.procs"));
    }

    @Override
    public Usage usage() throws IOException {
        return new Usage(
                CgroupFiles.number(folder, "cpu.stat", "usage_usec") / MICROS_PER_MILLI,
                CgroupFiles.number(folder, "memory.peak"),
                CgroupFiles.number(folder, "memory.events", "oom_kill"),
                CgroupFiles.number(folder, "pids.events", "max"));
    }

    @Override
    public void kill() throws IOException {
        if (Files.exists(folder.resolve("cgroup.kill"))) {
            CgroupFiles.write(folder, "cgroup.kill", "1");
        } else {
            CgroupFiles.killAll(folder);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.isDirectory(folder)) {
            kill();
            CgroupFiles.remove(folder);
        }
    }
}
