package io.databourse.sandbox.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Version 2's files, as the kernel names them, in an ordinary folder: what a kernel does with them
/// is tested where it has them, by the tests of limits.
class CgroupV2Test {
    private static final Limits LIMITS =
            new Limits(64 << 20, 10, 150, Duration.ofSeconds(1), 1000, 1 << 20);

    @TempDir private Path parent;

    @Test
    void the_limits_are_written() throws Exception {
        var group = CgroupV2.make(parent, "room-1-1", LIMITS, 2);
        var folder = parent.resolve("room-1-1");
        assertThat(group.entrances()).containsExactly(folder.resolve("cgroup.procs"));
        assertThat(folder.resolve("memory.max")).hasContent("67108864");
        assertThat(folder.resolve("memory.oom.group")).hasContent("1");
        assertThat(folder.resolve("pids.max")).hasContent("12");
        assertThat(folder.resolve("cpu.max")).hasContent("150000 100000");
    }

    @Test
    void what_was_used_is_read() throws Exception {
        var group = CgroupV2.make(parent, "room-1-1", LIMITS, 2);
        var folder = parent.resolve("room-1-1");
        Files.writeString(folder.resolve("cpu.stat"), "usage_usec 7000\nuser_usec 1\n");
        Files.writeString(folder.resolve("memory.peak"), "4096\n");
        Files.writeString(folder.resolve("memory.events"), "oom 2\noom_kill 1\n");
        Files.writeString(folder.resolve("pids.events"), "max 3\n");
        assertThat(group.usage()).isEqualTo(new Cgroup.Usage(7, 4096, 1, 3));
    }

    @Test
    void one_write_ends_all() throws Exception {
        var group = CgroupV2.make(parent, "room-1-1", LIMITS, 2);
        var kill = Files.createFile(parent.resolve("room-1-1/cgroup.kill"));
        group.kill();
        assertThat(kill).hasContent("1");
    }

    @Test
    void own_groups_are_found_in_both_versions() {
        var lines = List.of("12:cpu,cpuacct:/a", "3:memory:/b", "0::/c");
        assertThat(CgroupMounts.own(lines, "cpuacct")).isEqualTo("/a");
        assertThat(CgroupMounts.own(lines, "memory")).isEqualTo("/b");
        assertThat(CgroupMounts.own(lines, "")).isEqualTo("/c");
    }
}
