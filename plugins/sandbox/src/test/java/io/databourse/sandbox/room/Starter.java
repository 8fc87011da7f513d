package io.databourse.sandbox.room;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Whoever may start rooms: the tests' own process, an unprivileged user with a control group that
/// root gave it, and such a user's child that has no network, as the node starts its programs.
public enum Starter {
    OWN_PROCESS,
    UNPRIVILEGED,
    CHILD_WITHOUT_NETWORK;

    private static final int USER = 64_991;
    private static final String RUN_ROOM = "io.databourse.sandbox.room.probe.RunRoom";

    /// How a room ended.
    public record Seen(Reason reason, int exitCode, String output, String errors) {}

    Seen run(ImageKind kind, Limits limits, Path job, List<String> command) throws Exception {
        abortIfUnprivileged();
        var image = Rooms.image(kind);
        if (this == OWN_PROCESS) {
            try (var launcher = Rooms.launcher();
                    var staging = launcher.stage()) {
                copy(job, staging.folder());
                var binds = List.of(new ReadOnly(staging.folder(), "/job"));
                var ran = Rooms.run(launcher, new RoomSpec(image, command, binds, limits));
                return new Seen(
                        ran.end().reason(), ran.end().exitCode(), ran.output(), ran.errors());
            }
        }
        var words = java(home().resolve("state"), home().resolve("classes").toString(), RUN_ROOM);
        words.addAll(words(image, limits, job));
        words.addAll(command);
        return as(words);
    }

    /// Runs a program of the tests that prints its result as [RunRoom] does, in a process of its
    /// own. Its first arguments are `job`, where it can read it, and the folder with the tests'
    /// classes.
    ///
    /// @param more on the class path; readable by everybody
    public Seen program(String main, Path more, Path job, List<String> arguments) throws Exception {
        abortIfUnprivileged();
        if (this == OWN_PROCESS) {
            var path = System.getProperty("java.class.path");
            var words = java(Rooms.host().state(), more + ":" + path, main);
            Rooms.host().cgroup().ifPresent(group -> words.add(1, option(group)));
            words.addAll(List.of(job.toString(), source(Starter.class).toString()));
            words.addAll(arguments);
            return seen(words);
        }
        var folder = home().resolve("job");
        copy(job, Files.createDirectories(folder));
        var classes = home().resolve("classes");
        var words = java(home().resolve("state"), classes + ":" + more, main);
        words.addAll(List.of(folder.toString(), classes.toString()));
        words.addAll(arguments);
        return as(words);
    }

    private void abortIfUnprivileged() throws IOException {
        if (this != OWN_PROCESS && !isRoot()) {
            org.junit.jupiter.api.Assumptions.abort(
                    "this process is itself unprivileged: only root can become somebody else");
        }
    }

    private static List<String> words(Image image, Limits limits, Path job) throws IOException {
        var folder = home().resolve("job");
        copy(job, Files.createDirectories(folder));
        return new ArrayList<>(
                List.of(
                        image.root().toString(),
                        Long.toString(limits.memoryBytes()),
                        Long.toString(limits.wall().toMillis()),
                        Long.toString(limits.outputBytes()),
                        folder.toString()));
    }

    private Seen as(List<String> program) throws IOException, InterruptedException {
        var group = "/databourse-tests-" + ProcessHandle.current().pid();
        var groups = groups(group);
        var words = new ArrayList<String>();
        words.addAll(
                List.of(
                        "/bin/sh",
                        "-c",
                        "while [ \"$1\" != -- ]; do echo 0 > \"$1\" || exit 9; shift; done;"
                                + " shift; exec \"$@\"",
                        "sh"));
        if (groups.size() == 1) {
            words.add(groups.getFirst().resolve("cgroup.procs").toString());
        }
        words.add("--");
        var user = Integer.toString(USER);
        words.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
        if (this == CHILD_WITHOUT_NETWORK) {
            words.addAll(List.of("unshare", "--user", "--map-current-user", "--net"));
        }
        // After the name of the JVM.
        program.add(1, option(group));
        words.addAll(program);
        try {
            return seen(words);
        } finally {
            for (var one : groups) {
                CgroupFiles.remove(one);
            }
        }
    }

    private static Seen seen(List<String> words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return parse(text);
    }

    static List<String> java(String group) throws IOException {
        var words = java(home().resolve("state"), home().resolve("classes").toString(), RUN_ROOM);
        words.add(1, option(group));
        return words;
    }

    private static String option(String group) {
        return "-D" + RoomHost.CGROUP + "=" + group;
    }

    private static List<String> java(Path state, String classPath, String main) {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-D" + RoomHost.STATE + "=" + state,
                        "-cp",
                        classPath,
                        main));
    }

    private static Seen parse(String text) {
        var fields = text.strip().split(" ", -1);
        if (fields.length != 4 || !fields[2].startsWith("=")) {
            throw new AssertionError(text);
        }
        return new Seen(
                Reason.valueOf(fields[0]),
                Integer.parseInt(fields[1]),
                decoded(fields[2]),
                decoded(fields[3]));
    }

    private static String decoded(String field) {
        return new String(Base64.getDecoder().decode(field.substring(1)), StandardCharsets.UTF_8);
    }

    /// A folder in which that user finds the classes and may write.
    private static Path home() throws IOException {
        var home = Path.of(System.getProperty("java.io.tmpdir"), "databourse-room-tests-user");
        if (!Files.exists(home)) {
            Files.createDirectories(home);
        }
        own(home);
        var classes = Files.createDirectories(home.resolve("classes"));
        for (var type :
                List.of(RoomLauncher.class, io.databourse.plugin.Text.class, Starter.class)) {
            copyClasses(source(type), classes);
        }
        return home;
    }

    private static Path source(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void copyClasses(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            copy(from, to);
            return;
        }
        try (var jar = java.nio.file.FileSystems.newFileSystem(from)) {
            copy(jar.getPath("/"), to);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var one : all.toList()) {
                var target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(one, target, REPLACE_EXISTING, COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void own(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", USER, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", USER, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /// Control groups given to the user, one in each hierarchy.
    private static List<Path> groups(String name) throws IOException {
        var mounts = CgroupMounts.read(Path.of("/proc/self/mounts"));
        var parents =
                mounts.unified().isPresent()
                        ? List.of(mounts.unified().get())
                        : mounts.split().values().stream().distinct().toList();
        var made = new ArrayList<Path>();
        for (var parent : parents) {
            var folder = Files.createDirectories(parent.resolve(name.substring(1)));
            if (mounts.unified().isPresent()) {
                CgroupFiles.write(parent, "cgroup.subtree_control", "+memory +pids +cpu");
            }
            own(folder);
            for (var file : List.of("cgroup.procs", "cgroup.subtree_control")) {
                if (Files.exists(folder.resolve(file))) {
                    own(folder.resolve(file));
                }
            }
            made.add(folder);
        }
        return made;
    }
}
