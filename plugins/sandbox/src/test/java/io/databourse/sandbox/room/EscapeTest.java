package io.databourse.sandbox.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("I01")
class EscapeTest {
    private static final Limits LIMITS =
            new Limits(512L << 20, 64, 200, Duration.ofMinutes(1), 100_000, 32L << 20);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void no_way_out_of_a_room_is_open_to_python(Starter starter) throws Exception {
        var job = Files.createDirectory(folder.resolve("job"));
        resource("probes.py", job.resolve("probes.py"));
        var secret = Files.writeString(folder.resolve("secret"), "of the host");
        var seen =
                starter.run(
                        ImageKind.PYTHON,
                        LIMITS,
                        job,
                        List.of(
                                "/usr/bin/python3",
                                "/job/probes.py",
                                "databourse-room-test",
                                Long.toString(ProcessHandle.current().pid()),
                                secret.toString()));
        all_are_blocked(seen, 150);
    }

    @ParameterizedTest
    @EnumSource
    void no_way_out_of_a_room_is_open_to_a_jvm(Starter starter) throws Exception {
        var job = Files.createDirectory(folder.resolve("job"));
        var package_ = Files.createDirectories(job.resolve("io/databourse/sandbox/room/probe"));
        for (var name : List.of("JavaProbes.class")) {
            resource("probe/" + name, package_.resolve(name));
        }
        var secret = Files.writeString(folder.resolve("secret"), "of the host");
        var seen =
                starter.run(
                        ImageKind.JVM,
                        LIMITS,
                        job,
                        List.of(
                                "/usr/lib/jvm/java/bin/java",
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                "/job",
                                "io.databourse.sandbox.room.probe.JavaProbes",
                                Long.toString(ProcessHandle.current().pid()),
                                secret.toString()));
        all_are_blocked(seen, 50);
    }

    /// The same image and files without filter and network namespace: probes that always said
    /// `blocked` would prove nothing. The last of these locks itself in.
    @Test
    void the_probes_do_find_what_is_open() throws Exception {
        var job = Files.createDirectory(folder.resolve("job"));
        resource("probes.py", job.resolve("probes.py"));
        var spec =
                new RoomSpec(
                        Rooms.image(ImageKind.PYTHON),
                        List.of("/usr/bin/python3"),
                        List.of(new ReadOnly(job, "/job")),
                        LIMITS);
        var command = new ArrayList<String>();
        if (Starter.isRoot()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            command.addAll(List.of("setpriv", "--reuid", "64990", "--clear-groups", "--"));
        }
        command.addAll(List.of("bwrap", "--unshare-user", "--unshare-pid", "--cap-drop", "ALL"));
        command.addAll(RoomCommand.files(spec));
        command.addAll(List.of("/usr/bin/python3", "/job/probes.py", "none", "1", "/none"));
        var process = new ProcessBuilder(command).start();
        var lines = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains(" GOT "))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .contains(
                        "call_bpf",
                        "call_io_uring_setup",
                        "call_keyctl",
                        "call_memfd_create",
                        "call_mount",
                        "call_perf_event_open",
                        "call_personality",
                        "call_ptrace",
                        "call_seccomp");
    }

    private static void all_are_blocked(Starter.Seen seen, int least) {
        assertThat(seen.reason()).as(seen.errors()).isEqualTo(Reason.EXITED);
        assertThat(seen.exitCode()).as(seen.errors()).isZero();
        var lines = seen.output().lines().toList();
        assertThat(lines.subList(0, lines.size() - 1))
                .hasSizeGreaterThanOrEqualTo(least)
                .allSatisfy(line -> assertThat(line).endsWith(" blocked"));
        assertThat(lines.getLast()).isEqualTo(lines.size() - 1 + " probes");
    }

    private static void resource(String name, Path to) throws IOException {
        try (InputStream in = EscapeTest.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in, name), to);
        }
    }
}
