package io.databourse.node.job;

import io.databourse.node.child.JobSpec;
import io.databourse.plugin.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Everything that one run needs.
///
/// @param spec makes the input and says what the child runs; called once, when the peers are being
///   connected already
/// @param pluginPath the class path of the plugin
/// @param journals what the program remembers from job to job
/// @param log where the child's output goes
public record RunPlan(
        Callable<JobSpec> spec,
        List<Path> pluginPath,
        PluginNeeds needs,
        Path workspace,
        Path log,
        List<Pairing> pairings,
        Patience patience,
        Consumer<RunProgress> progress,
        Journals journals) {
    public RunPlan {
        pluginPath = List.copyOf(pluginPath);
        pairings = List.copyOf(pairings);
    }

    /// What is kept about a data set and the job's consumer.
    @FunctionalInterface
    public interface Journals {
        /// @param input the job's name of the data set
        /// @throws IOException if the job has no such data set
        Journal of(String name, String input) throws IOException;
    }

    /// When to give up.
    ///
    /// @param connect for the other nodes to appear
    /// @param silence without progress and without a message
    public record Patience(Duration connect, Duration silence, Instant deadline) {}
}
