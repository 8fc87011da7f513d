package io.databourse.node.job;

import io.databourse.node.child.Main;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts child processes: a small JVM with the child's classes and the plugin API, no environment,
/// and its own folder for temporary files.
public final class ChildCommand {
    private final Isolation isolation;
    private final int heapMegabytes;
    private final Map<String, String> rooms;
    private final AtomicReference<String> classPath = new AtomicReference<>("");

    /// @param rooms system properties for programs that start rooms
    public ChildCommand(Isolation isolation, int heapMegabytes, Map<String, String> rooms) {
        this.isolation = isolation;
        this.heapMegabytes = heapMegabytes;
        this.rooms = Map.copyOf(rooms);
    }

    public Isolation isolation() {
        return isolation;
    }

    /// Where a child runs.
    ///
    /// @param folder for temporary files
    /// @param log where its output goes
    record Setting(Path folder, Path log, PluginNeeds needs) {}

    /// Starts a child.
    ///
    /// @param rehearsed class path of a plugin that it rehearses first, or empty
    Child start(Setting setting, List<Path> rehearsed) throws IOException {
        return Child.start(socket -> start(socket, setting, rehearsed));
    }

    private Process start(Path socket, Setting setting, List<Path> rehearsed) throws IOException {
        var folder = setting.folder();
        var log = setting.log();
        Files.createDirectories(log.toAbsolutePath().getParent());
        var command = new ArrayList<String>(isolation.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-UsePerfData");
        command.add("-Xshare:auto");
        if (setting.needs().duckDb()) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(roomSettings());
        rooms.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(
                setting.needs().duckDb()
                        ? classPath() + File.pathSeparator + jarOf(org.duckdb.DuckDBDriver.class)
                        : classPath());
        command.add(Main.class.getName());
        command.add(socket.toString());
        rehearsed.forEach(path -> command.add(path.toString()));
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var path = System.getenv("PATH");
        builder.environment().clear();
        // `unshare` is found by it; the program gets no other variable.
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        return builder.start();
    }

    /// What the node was told of rooms; see `RoomHost` in the sandbox plugin.
    private static List<String> roomSettings() {
        return Stream.of("state", "cgroup", "uid")
                .map(name -> "databourse.room." + name)
                .filter(name -> System.getProperty(name) != null)
                .map(name -> "-D" + name + "=" + System.getProperty(name))
                .toList();
    }

    private String classPath() throws IOException {
        if (classPath.get().isEmpty()) {
            classPath.set(
                    Stream.of(
                                    childClasses(),
                                    jarOf(io.databourse.plugin.ComputePlugin.class),
                                    jarOf(org.pf4j.ExtensionPoint.class))
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator)));
        }
        return classPath.get();
    }

    /// In the distribution the child's classes are also in a jar of their own beside the node's; a
    /// child then has nothing else of the node on its class path.
    private static Path childClasses() throws IOException {
        var own = jarOf(Main.class);
        var child = own.resolveSibling(own.getFileName().toString().replace(".jar", "-child.jar"));
        return Files.isRegularFile(own) && Files.isRegularFile(child) ? child : own;
    }

    private static Path jarOf(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no path of " + type, e);
        }
    }
}
