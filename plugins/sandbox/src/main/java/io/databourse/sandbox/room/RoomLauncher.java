package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Starts rooms. One of them serves the whole process.
public final class RoomLauncher implements AutoCloseable {
    private final RoomHost host;
    private final CgroupParent groups;
    private final RoomCommand command;
    private final SecureRandom random = new SecureRandom();

    /// The kernel ends a room when the *thread* that started it ends, so all are started by one
    /// that lives as long as the launcher.
    private final ExecutorService starter =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("room-starter").factory());

    private RoomLauncher(RoomHost host, CgroupParent groups, RoomCommand command) {
        this.host = host;
        this.groups = groups;
        this.command = command;
    }

    /// Looks whether this host can shut jobs in.
    ///
    /// @throws RoomUnavailable says what is missing
    public static RoomLauncher open(RoomHost host) throws RoomUnavailable {
        var root = Requirements.check(host);
        var groups = CgroupParent.open(host.cgroup(), root);
        try {
            Files.createDirectories(host.state());
            var runs = Files.createDirectories(runs(host));
            // Names in it are random, and only who knows one gets at it.
            Files.setPosixFilePermissions(runs, PosixFilePermissions.fromString("rwx--x--x"));
            Leftovers.remove(runs, groups);
            return new RoomLauncher(host, groups, new RoomCommand(host, root, filter(host)));
        } catch (IOException e) {
            throw new RoomUnavailable("cannot write to " + host.state(), e);
        }
    }

    /// Other processes may be reading the file, so it is never half written.
    private static Path filter(RoomHost host) throws IOException, RoomUnavailable {
        var fresh = Files.createTempFile(host.state(), "filter", "");
        Files.write(fresh, Seccomp.filter());
        return Files.move(fresh, host.state().resolve("filter"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path runs(RoomHost host) {
        return host.state().resolve("runs");
    }

    /// A new folder for inputs.
    public Staging stage() throws IOException {
        var folder = runs(host).resolve(name());
        return new Staging(
                Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x"))));
    }

    private String name() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Leftovers.own() + HexFormat.of().formatHex(bytes);
    }

    /// Starts a job.
    ///
    /// @throws IOException if the room cannot be made
    public Room start(RoomSpec spec) throws IOException {
        var group = groups.make("room-" + name(), spec.limits(), RoomCommand.OWN_PROCESSES);
        var status = runs(host).resolve(name() + ".json");
        try {
            var words = command.of(spec, group, status);
            return new RunningRoom(this, spec.limits(), launch(words), group, status);
        } catch (IOException e) {
            group.close();
            throw e;
        }
    }

    private Process launch(List<String> words) throws IOException {
        var builder = new ProcessBuilder(words);
        // What bubblewrap's own process has in its environment, the job can read in /proc/1.
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.directory(Path.of("/").toFile());
        try {
            return starter.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException("a room cannot be started", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a room was being started", e);
        }
    }

    /// Ends all rooms of this launcher.
    @Override
    public void close() {
        starter.shutdownNow();
    }
}
