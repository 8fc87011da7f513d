package io.databourse.node.child;

import io.databourse.plugin.ComputePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A plugin that was loaded and rehearsed before there was a job.
///
/// @param cpuMillis what that took, which is not the job's
record Rehearsed(List<Path> path, ComputePlugin plugin, long cpuMillis) {
    Rehearsed {
        path = List.copyOf(path);
    }

    /// Rehearses in a folder that the node deletes. Whatever goes wrong costs the job only the time
    /// that this would have saved.
    @SuppressWarnings("CatchAndPrintStackTrace") // the process's log is the place for it
    static Optional<Rehearsed> of(List<Path> path, Path folder) {
        try {
            var plugin = PluginLoader.load(path);
            plugin.rehearse(Files.createDirectories(folder));
            // What it made lies in memory otherwise until the job fills that up.
            System.gc();
            return Optional.of(new Rehearsed(path, plugin, ProcessUsage.own().cpuMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException
                | ReflectiveOperationException
                | RuntimeException
                | LinkageError
                | StackOverflowError
                | AssertionError e) {
            e.printStackTrace();
        }
        return Optional.empty();
    }
}
