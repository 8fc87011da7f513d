package io.databourse.sandbox.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {
    @TempDir private Path job;
    private static RoomLauncher launcher;

    @BeforeAll
    static void open() throws RoomUnavailable {
        launcher = Rooms.launcher();
    }

    @AfterAll
    static void close() {
        launcher.close();
    }

    private static Rooms.Ran run(String code, Limits limits) throws Exception {
        return Rooms.run(launcher, Rooms.python(code, limits));
    }

    private static Limits wall(Duration wall) {
        var usual = Rooms.limits();
        return new Limits(
                usual.memoryBytes(),
                usual.processes(),
                usual.cpuPercent(),
                wall,
                usual.outputBytes(),
                usual.scratchBytes());
    }

    @Test
    void memory_is_limited_and_the_user_is_told_so() throws Exception {
        var limits = new Limits(64 << 20, 8, 200, Duration.ofMinutes(2), 1000, 32 << 20);
        var ran = run("b = b'x' * (1 << 30)", limits);
        assertThat(ran.end().reason()).isEqualTo(Reason.MEMORY_LIMIT);
        assertThat(ran.end().words().en()).isEqualTo("memory limit 64 MB");
        assertThat(ran.end().words().zh()).isEqualTo("内存上限 64 MB");
        assertThat(ran.end().peakBytes()).isBetween(48L << 20, 64L << 20);
    }

    @Test
    void a_jvm_that_takes_memory_outside_of_its_heap_is_ended_too() throws Exception {
        var limits = new Limits(96 << 20, 64, 200, Duration.ofMinutes(2), 1000, 64 << 20);
        var command =
                List.of(
                        "/usr/lib/jvm/java/bin/java",
                        "-Xms1g",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-version");
        var spec = new RoomSpec(Rooms.image(ImageKind.JVM), command, List.of(), limits);
        assertThat(Rooms.run(launcher, spec).end().reason()).isEqualTo(Reason.MEMORY_LIMIT);
    }

    @Test
    void files_in_scratch_space_count_as_memory() throws Exception {
        var limits = new Limits(64 << 20, 8, 200, Duration.ofMinutes(2), 1000, 256 << 20);
        var ran =
                run(
                        """
                        for i in range(200):
                            open(f"/tmp/{i}", "wb").write(bytes(1 << 20))
                        """,
                        limits);
        assertThat(ran.end().reason()).isEqualTo(Reason.MEMORY_LIMIT);
    }

    @Test
    void scratch_space_is_limited_by_itself() throws Exception {
        var ran =
                run(
                        """
                        import errno
                        for folder in ("/tmp", "/work", "/dev/shm"):
                            try:
                                with open(folder + "/big", "wb") as file:
                                    for i in range(64):
                                        file.write(bytes(1 << 20))
                                print(folder, "has no limit")
                            except OSError as full:
                                print(errno.errorcode[full.errno], file.name)
                            import os
                            os.unlink(folder + "/big")
                        """,
                        Rooms.limits());
        assertThat(ran.output().lines())
                .as(ran.errors())
                .hasSize(3)
                .allMatch(line -> line.matches("(ENOSPC|EFBIG) .*"));
    }

    @Test
    void a_fork_bomb_is_stopped_by_the_process_limit() throws Exception {
        var ran =
                run(
                        """
                        import os, time
                        while True:
                            if os.fork() == 0:
                                time.sleep(60)
                        """,
                        Rooms.limits());
        assertThat(ran.end().reason()).as(ran.errors()).isEqualTo(Reason.PROCESS_LIMIT);
        assertThat(ran.end().words().en()).isEqualTo("process limit 24");
    }

    @Test
    void output_ends_at_the_limit_and_the_job_with_it() throws Exception {
        var ran = run("while True: print('x' * 999)", Rooms.limits());
        assertThat(ran.output()).hasSize(100_000);
        assertThat(ran.end().reason()).isEqualTo(Reason.OUTPUT_LIMIT);
        assertThat(ran.end().words().zh()).isEqualTo("输出上限 100 KB");
    }

    @Test
    void errors_end_at_their_limit_and_the_job_with_them() throws Exception {
        var ran = run("import sys\nwhile True: sys.stderr.write('x' * 999)", Rooms.limits());
        assertThat(ran.end().errors()).hasSize(Limits.ERROR_BYTES);
        assertThat(ran.end().reason()).isEqualTo(Reason.OUTPUT_LIMIT);
    }

    @Test
    void output_that_just_fits_is_no_offence() throws Exception {
        var ran = run("print('x' * 99_999)", Rooms.limits());
        assertThat(ran.output()).hasSize(100_000);
        assertThat(ran.end().succeeded()).isTrue();
    }

    @Test
    void a_job_that_ignores_signals_ends_in_time() throws Exception {
        var code =
                """
                import signal
                for number in range(1, 65):
                    try:
                        signal.signal(number, signal.SIG_IGN)
                    except (OSError, ValueError):
                        pass
                print("still here", flush=True)
                while True:
                    pass
                """;
        try (var room = launcher.start(Rooms.python(code, wall(Duration.ofMillis(500))))) {
            // However long it takes to begin.
            room.rest();
            assertThat(new String(room.output().readNBytes(10), StandardCharsets.UTF_8))
                    .isEqualTo("still here");
            room.begin();
            var end = room.end();
            assertThat(end.reason()).isEqualTo(Reason.TIME_LIMIT);
            assertThat(end.words().en()).isEqualTo("time limit 500 ms");
        }
    }

    @Test
    void a_room_that_waits_for_its_job_keeps_all_of_its_time_for_it() throws Exception {
        var code =
                """
                import sys, time
                time.sleep(0.7)
                print("longer than its limit", flush=True)
                sys.stdin.readline()
                while True:
                    pass
                """;
        try (var room = launcher.start(Rooms.python(code, wall(Duration.ofMillis(500))))) {
            room.rest();
            assertThat(new String(room.output().readNBytes(21), StandardCharsets.UTF_8))
                    .isEqualTo("longer than its limit");
            room.begin();
            room.input().write('\n');
            room.input().flush();
            assertThat(room.end().reason()).isEqualTo(Reason.TIME_LIMIT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_job_that_goes_into_the_background_ends_with_its_room(Starter starter) throws Exception {
        var marker = "marker-" + System.nanoTime();
        var code =
                """
                import os, sys, time
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        time.sleep(600)
                    os._exit(0)
                print("gone")
                """;
        var seen =
                starter.run(
                        ImageKind.PYTHON,
                        Rooms.limits(),
                        job,
                        List.of("/usr/bin/python3", "-S", "-c", code, marker));
        assertThat(seen.output()).as(seen.errors()).isEqualTo("gone\n");
        assertThat(seen.reason()).isEqualTo(Reason.EXITED);
        assertThat(Processes.with(marker)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_limits_are_the_same_for_every_starter(Starter starter) throws Exception {
        var small = new Limits(64 << 20, 24, 200, Duration.ofMinutes(2), 1000, 32 << 20);
        var memory =
                starter.run(
                        ImageKind.PYTHON,
                        small,
                        job,
                        List.of("/usr/bin/python3", "-S", "-c", "b = b'x' * (1 << 30)"));
        assertThat(memory.reason()).isEqualTo(Reason.MEMORY_LIMIT);
        var time =
                starter.run(
                        ImageKind.PYTHON,
                        wall(Duration.ofMillis(700)),
                        job,
                        List.of("/usr/bin/python3", "-S", "-c", "while True: pass"));
        assertThat(time.reason()).isEqualTo(Reason.TIME_LIMIT);
    }

    @Test
    void processor_time_is_shared_out_as_the_limit_says() throws Exception {
        var half = new Limits(128 << 20, 8, 50, Duration.ofMinutes(2), 1000, 32 << 20);
        var ran = run("import time\nwhile time.process_time() < 0.6: pass", half);
        assertThat(ran.end().succeeded()).isTrue();
        // 0.6 s of work at half a processor cannot be done in less than 1 s.
        assertThat(ran.end().wall()).isGreaterThan(Duration.ofSeconds(1));
        assertThat(ran.end().cpuMillis()).isBetween(550L, 1500L);
    }

    @Test
    void a_program_that_is_not_there_is_no_failure_of_the_room() throws Exception {
        var spec =
                new RoomSpec(
                        Rooms.image(ImageKind.PYTHON),
                        List.of("/usr/bin/nothing"),
                        List.of(),
                        Rooms.limits());
        assertThat(Rooms.run(launcher, spec).end().succeeded()).isFalse();
    }

    @Test
    void a_room_that_cannot_be_set_up_says_so() throws Exception {
        var spec =
                new RoomSpec(
                        Rooms.image(ImageKind.PYTHON),
                        List.of("/usr/bin/python3"),
                        List.of(new ReadOnly(java.nio.file.Path.of("/not/there"), "/job")),
                        Rooms.limits());
        assertThat(Rooms.run(launcher, spec).end().reason()).isEqualTo(Reason.NOT_STARTED);
    }
}
