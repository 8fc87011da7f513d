package io.databourse.node.job;

import io.databourse.node.Folders;
import io.databourse.node.child.Main;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The processes in which programs run: one for each job, and at most one for each plugin that
/// waits for a job. One that waits has no data and no keys, has rehearsed with made-up data, and is
/// shut in like any other; none has two jobs.
public final class Children implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Children.class.getName());

    private final ChildCommand command;
    private final Path folder;
    private final Map<List<Path>, Waiting> waiting = new HashMap<>();
    private boolean closed;

    private record Waiting(Child child, Path folder, Path log) {}

    /// @param folder for what waiting processes write
    public Children(ChildCommand command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /// Has a process wait for the next job of a plugin.
    ///
    /// @param plugin its class path
    public synchronized void prepare(List<Path> plugin, PluginNeeds needs) throws IOException {
        var known = waiting.get(plugin);
        if (closed || (known != null && known.child.process().isAlive())) {
            return;
        }
        if (known != null) {
            drop(known);
        }
        var own = Files.createTempDirectory(Files.createDirectories(folder), "waiting");
        var log = own.resolve("log");
        var child = command.start(new ChildCommand.Setting(own, log, needs), plugin);
        var _ = child.ready().thenRun(() -> clearStage(own));
        waiting.put(List.copyOf(plugin), new Waiting(child, own, log));
    }

    private static void clearStage(Path own) {
        try {
            Folders.delete(own.resolve(Main.REHEARSAL));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a rehearsal left files behind: {0}", e.getMessage());
        }
    }

    /// One that waits, if there is one that has finished its rehearsal, or else a new one. An
    /// unfinished rehearsal would only be in the job's way, so it is ended.
    Child start(RunPlan plan) throws IOException {
        var found = take(plan.pluginPath());
        if (found.isPresent()) {
            var taken = found.get();
            if (taken.child.isReady()) {
                var log = plan.log().toAbsolutePath();
                Files.createDirectories(log.getParent());
                Files.move(taken.log, log, StandardCopyOption.REPLACE_EXISTING);
                var _ = taken.child.process().onExit().thenRun(() -> delete(taken.folder));
                return taken.child;
            }
            drop(taken);
        }
        return command.start(
                new ChildCommand.Setting(plan.workspace(), plan.log(), plan.needs()), List.of());
    }

    private synchronized Optional<Waiting> take(List<Path> plugin) {
        return Optional.ofNullable(waiting.remove(plugin));
    }

    private static void drop(Waiting left) {
        left.child.close();
        left.child.process().onExit().join();
        delete(left.folder);
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a folder was left behind: {0}", e.getMessage());
        }
    }

    /// Waits until all that wait have rehearsed, and tells what they have used for it.
    public Duration awaitReady() {
        return children().stream()
                .map(each -> {
                    each.child.ready().join();
                    return each.child.cpu();
                })
                .reduce(Duration.ZERO, Duration::plus);
    }

    private synchronized List<Waiting> children() {
        return List.copyOf(waiting.values());
    }

    /// Ends those that wait.
    @Override
    public synchronized void close() {
        closed = true;
        waiting.values().forEach(Children::drop);
        waiting.clear();
    }
}
