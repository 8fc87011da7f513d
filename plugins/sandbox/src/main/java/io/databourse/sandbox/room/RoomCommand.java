package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that shuts a job in: a shell that enters the control group and sets limits, for
/// root `setpriv`, then bubblewrap, each replacing the one before.
///
/// @param root whether this process is root, so that the job must become somebody else first
/// @param filter the file with the system call filter
record RoomCommand(RoomHost host, boolean root, Path filter) {
    /// Bubblewrap's outer and inner process.
    static final int OWN_PROCESSES = 2;

    /// `$0` is the filter, `$1` the file that bubblewrap writes its state to, then seconds of
    /// processor time and blocks of a file; then the entrances of the control groups, `--` and the
    /// command. Descriptors have one digit: dash knows no others.
    private static final String SHELL =
            """
            unset PWD
            status=$1; seconds=$2; blocks=$3; shift 3
            while [ "$1" != -- ]; do echo 0 > "$1" || exit 125; shift; done
            shift
            ulimit -c 0 && ulimit -n 512 && ulimit -t "$seconds" && ulimit -f "$blocks" || exit 125
            exec "$@" 8>"$status" 9<"$0"
            """;

    private static final List<String> HIDDEN =
            List.of(
                    "/proc/cmdline",
                    "/proc/config.gz",
                    "/proc/diskstats",
                    "/proc/kallsyms",
                    "/proc/kcore",
                    "/proc/key-users",
                    "/proc/keys",
                    "/proc/kmsg",
                    "/proc/modules",
                    "/proc/partitions",
                    "/proc/sysrq-trigger",
                    "/proc/timer_list");

    private static final int FILE_BLOCK = 512;

    List<String> of(RoomSpec spec, Cgroup group, Path status) throws IOException {
        var limits = spec.limits();
        // Backstops only: the time that two processors can use up, and the largest file.
        var seconds = limits.wall().toSeconds() * (limits.cpuPercent() / 100 + 1) + 1;
        var blocks = limits.scratchBytes() / FILE_BLOCK + 1;
        var command = new ArrayList<String>();
        command.addAll(List.of("/bin/sh", "-c", SHELL));
        command.add(filter.toString());
        command.add(status.toString());
        command.add(Long.toString(seconds));
        command.add(Long.toString(blocks));
        group.entrances().forEach(entrance -> command.add(entrance.toString()));
        command.add("--");
        if (root) {
            command.addAll(becomeService(host));
        }
        command.addAll(List.of("bwrap", "--json-status-fd", "8", "--seccomp", "9"));
        command.addAll(isolate());
        command.addAll(files(spec));
        command.add("--");
        command.addAll(spec.command());
        return command;
    }

    private static List<String> becomeService(RoomHost host) {
        var id = Integer.toString(host.serviceUid());
        return List.of(
                "setpriv",
                "--reuid",
                id,
                "--regid",
                id,
                "--clear-groups",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--no-new-privs",
                "--");
    }

    /// Does nothing, in namespaces as those of a room.
    static List<String> trial(RoomHost host, boolean root) {
        var command = new ArrayList<String>();
        if (root) {
            command.addAll(becomeService(host));
        }
        command.add("bwrap");
        command.addAll(isolate());
        command.addAll(
                List.of("--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "/bin/true"));
        return command;
    }

    private static List<String> isolate() {
        var words =
                "--unshare-user --disable-userns --uid 65534 --gid 65534 --unshare-ipc"
                        + " --unshare-pid --unshare-net --unshare-uts --unshare-cgroup"
                        + " --hostname room --die-with-parent --new-session --cap-drop ALL"
                        + " --clearenv";
        return List.of(words.split(" ", -1));
    }

    static List<String> files(RoomSpec spec) throws IOException {
        var words = new ArrayList<String>();
        set(words, "PATH", "/usr/bin");
        set(words, "HOME", "/work");
        set(words, "LANG", "C.UTF-8");
        spec.image().environment().forEach((name, value) -> set(words, name, value));
        for (var top : tops(spec.image().root())) {
            var name = "/" + top.getFileName();
            if (Files.isSymbolicLink(top)) {
                words.addAll(List.of("--symlink", Files.readSymbolicLink(top).toString(), name));
            } else {
                words.addAll(List.of("--ro-bind", top.toString(), name));
            }
        }
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        hide(words);
        var size = Long.toString(spec.limits().scratchBytes());
        for (var scratch : List.of("/dev/shm", "/tmp", "/work")) {
            words.addAll(List.of("--size", size, "--tmpfs", scratch));
        }
        for (var bind : spec.binds()) {
            words.addAll(List.of("--ro-bind", bind.host().toString(), bind.room()));
        }
        // Only after everything is in place: nothing can be mounted on a read-only root.
        for (var closed : List.of("/dev", "/proc/sys", "/")) {
            words.addAll(List.of("--remount-ro", closed));
        }
        words.addAll(List.of("--chdir", "/work"));
        return words;
    }

    /// The kernel's settings, and what it tells about the host.
    private static void hide(List<String> words) {
        words.addAll(List.of("--size", "4096", "--tmpfs", "/proc/sys"));
        for (var file : HIDDEN) {
            if (Files.exists(Path.of(file))) {
                words.addAll(List.of("--ro-bind", "/dev/null", file));
            }
        }
    }

    private static void set(List<String> words, String name, String value) {
        words.addAll(List.of("--setenv", name, value));
    }

    private static List<Path> tops(Path root) throws IOException {
        try (var all = Files.list(root)) {
            return all.sorted().toList();
        }
    }
}
