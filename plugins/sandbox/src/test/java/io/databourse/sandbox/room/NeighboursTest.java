package io.databourse.sandbox.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static RoomLauncher launcher;

    @BeforeAll
    static void open() throws RoomUnavailable {
        launcher = Rooms.launcher();
    }

    @AfterAll
    static void close() {
        launcher.close();
    }

    private static Rooms.Ran run(String code) throws Exception {
        return Rooms.run(launcher, Rooms.python(code, Rooms.limits()));
    }

    @Test
    @Tag("I02")
    void two_rooms_at_the_same_time_cannot_reach_each_other() throws Exception {
        var first =
                """
                import os, socket, sys, time
                for folder in ("/tmp", "/dev/shm", "/work"):
                    open(folder + "/mine", "w").write("of the first")
                one = socket.socket(socket.AF_UNIX)
                one.bind("\\0meeting")
                one.listen()
                two = socket.socket(socket.AF_UNIX)
                two.bind("/tmp/socket")
                two.listen()
                print(os.getpid(), flush=True)
                sys.stdin.read()
                """;
        var second =
                """
                import os, socket
                for folder in ("/tmp", "/dev/shm", "/work"):
                    print(folder, os.listdir(folder))
                for name in ("\\0meeting", "/tmp/socket"):
                    try:
                        socket.socket(socket.AF_UNIX).connect(name)
                        print("reached", name)
                    except OSError:
                        print("not reached")
                for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, 40):
                    try:
                        socket.socket(family, socket.SOCK_STREAM)
                        print("a network", family)
                    except OSError:
                        print("no network")
                seen = [p for p in os.listdir("/proc") if p.isdigit()]
                print(sorted(int(p) for p in seen if int(p) not in (1, os.getpid())))
                """;
        try (var room = launcher.start(Rooms.python(first, Rooms.limits()));
                var lines =
                        new BufferedReader(
                                new InputStreamReader(room.output(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isNotNull();
            var ran = run(second);
            assertThat(ran.output())
                    .as(ran.errors())
                    .isEqualTo(
                            """
                            /tmp []
                            /dev/shm []
                            /work []
                            not reached
                            not reached
                            no network
                            no network
                            no network
                            no network
                            []
                            """);
            room.input().close();
            assertThat(room.end().succeeded()).isTrue();
        }
    }

    @Test
    void nothing_stays_behind_for_the_next_room() throws Exception {
        var before = groups();
        var leave =
                """
                import os
                for folder in ("/tmp", "/dev/shm", "/work"):
                    open(folder + "/left", "w").write("x")
                    os.symlink("/etc/passwd", folder + "/link")
                    os.link(folder + "/left", folder + "/hard")
                print("left")
                """;
        var look =
                """
                import os
                print([os.listdir(f) for f in ("/tmp", "/dev/shm", "/work")])
                """;
        assertThat(run(leave).output()).isEqualTo("left\n");
        assertThat(run(look).output()).isEqualTo("[[], [], []]\n");
        assertThat(groups()).isEqualTo(before);
        try (var runs = Files.list(Rooms.host().state().resolve("runs"))) {
            assertThat(runs.map(one -> one.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(Leftovers.own()));
        }
    }

    private static Map<String, List<String>> groups() throws Exception {
        var found = new TreeMap<String, List<String>>();
        var own = "room-" + ProcessHandle.current().pid() + "-";
        for (var folder :
                CgroupParent.open(Rooms.host().cgroup(), Starter.isRoot()).folders().values()) {
            try (var all = Files.list(folder)) {
                found.put(
                        folder.toString(),
                        all.map(one -> one.getFileName().toString())
                                .filter(name -> name.startsWith(own))
                                .toList());
            }
        }
        return found;
    }

    @Test
    void staged_inputs_are_removed() throws Exception {
        Path folder;
        try (var staging = launcher.stage()) {
            folder = Files.writeString(staging.file("data"), "x").getParent();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_job_dies_with_who_started_it() throws Exception {
        var marker = "marker-" + System.nanoTime();
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-D" + RoomHost.STATE + "=" + Rooms.host().state(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "io.databourse.sandbox.room.probe.RunRoom",
                                Rooms.image(ImageKind.PYTHON).root().toString(),
                                Long.toString(64 << 20),
                                "600000",
                                "1000",
                                "-",
                                "/usr/bin/python3",
                                "-S",
                                "-c",
                                "import time\ntime.sleep(600)",
                                marker));
        var launching = new ProcessBuilder(command).start();
        try {
            // The JVM, bubblewrap outside and inside, and Python.
            await_processes(marker, 4, true);
        } finally {
            launching.destroyForcibly();
        }
        await_processes(marker, 0, false);
    }

    private static void await_processes(String marker, int number, boolean least)
            throws IOException, InterruptedException {
        var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < until) {
            int seen = Processes.with(marker).size();
            if (least ? seen >= number : seen <= number) {
                return;
            }
            Thread.sleep(20);
        }
        assertThat(Processes.with(marker)).as("processes with " + marker).hasSize(number);
    }

    @Test
    void a_closed_room_ends_at_once() throws Exception {
        var room = launcher.start(Rooms.python("import time\ntime.sleep(600)", Rooms.limits()));
        room.close();
        assertThat(room.end().reason()).isEqualTo(Reason.KILLED);
    }
}
