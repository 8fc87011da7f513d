package io.databourse.node.child;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.Schema;
import java.util.List;
import java.util.Map;

/// What a child says about its run when it is over.
///
/// @param tables results that are tables, as chunk files in the workspace
/// @param files results that are files, by name with their media type
public record ChildReport(
        Outcome outcome,
        Map<String, Long> meters,
        Map<String, Long> learned,
        boolean keysDestroyed,
        Usage usage,
        List<Table> tables,
        Map<String, String> files) {
    public ChildReport {
        meters = Map.copyOf(meters);
        learned = Map.copyOf(learned);
        tables = List.copyOf(tables);
        files = Map.copyOf(files);
    }

    /// What the process used, as it says itself.
    public record Usage(long cpuMillis, long peakMemoryKilobytes) {}

    public record Table(String name, Schema schema, long rows) {}
}
