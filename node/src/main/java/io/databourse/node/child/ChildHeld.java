package io.databourse.node.child;

import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.ResultSink;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Outputs for reviewers, written into a folder of the workspace, where the node finds them.
final class ChildHeld implements HeldOutput {
    private final Path folder;
    private final Map<String, FileSink> outputs = new HashMap<>();
    private final List<ChildReport.Finding> findings = new ArrayList<>();

    ChildHeld(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized ResultSink output(String name) {
        return outputs.computeIfAbsent(name, each -> new FileSink(each, folder));
    }

    @Override
    public synchronized void finding(Verdict verdict, Text message) {
        findings.add(new ChildReport.Finding(verdict, message));
    }

    /// Closes the outputs.
    synchronized ChildReport.Held report() throws IOException {
        var tables = new ArrayList<ChildReport.Table>();
        var files = new HashMap<String, String>();
        for (var output : outputs.entrySet()) {
            output.getValue().table().ifPresent(tables::add);
            output.getValue().mediaType().ifPresent(type -> files.put(output.getKey(), type));
        }
        return new ChildReport.Held(tables, files, findings);
    }
}
