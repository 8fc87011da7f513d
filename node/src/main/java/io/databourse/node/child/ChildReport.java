package io.databourse.node.child;

import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Schema;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;

/// What a child says about its run when it is over.
///
/// @param tables results that are tables, as chunk files in the workspace
/// @param files results that are files, by name with their media type
/// @param held what waits for this party's reviewers
/// @param awaitsReview whether another party's reviewers hold the result
public record ChildReport(
        Outcome outcome,
        Map<String, Long> meters,
        Map<String, Long> learned,
        boolean keysDestroyed,
        Usage usage,
        List<Table> tables,
        Map<String, String> files,
        Held held,
        boolean awaitsReview) {
    public ChildReport {
        meters = Map.copyOf(meters);
        learned = Map.copyOf(learned);
        tables = List.copyOf(tables);
        files = Map.copyOf(files);
    }

    /// What the process used, as it says itself.
    public record Usage(long cpuMillis, long peakMemoryKilobytes) {
        /// Without what it had used before its job.
        Usage less(long before) {
            return new Usage(cpuMillis - before, peakMemoryKilobytes);
        }
    }

    public record Table(String name, Schema schema, long rows) {}

    /// Outputs for reviewers, in the workspace's folder `held`, and what the pre-screen found.
    public record Held(List<Table> tables, Map<String, String> files, List<Finding> findings) {
        public static final Held NOTHING = new Held(List.of(), Map.of(), List.of());

        public Held {
            tables = List.copyOf(tables);
            files = Map.copyOf(files);
            findings = List.copyOf(findings);
        }

        public boolean isEmpty() {
            return tables.isEmpty() && files.isEmpty();
        }
    }

    /// One line of the pre-screen, for reviewers alone.
    public record Finding(HeldOutput.Verdict verdict, Text message) {}
}
