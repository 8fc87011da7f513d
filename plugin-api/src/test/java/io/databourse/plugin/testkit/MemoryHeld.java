package io.databourse.plugin.testkit;

import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.ResultSink;
import io.databourse.plugin.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a program leaves to reviewers, in memory.
public final class MemoryHeld implements HeldOutput {
    private final Map<String, MemorySink> outputs = new TreeMap<>();
    private final List<Finding> findings = new CopyOnWriteArrayList<>();

    /// One line of the pre-screen.
    public record Finding(Verdict verdict, Text message) {}

    @Override
    public synchronized ResultSink output(String name) {
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("not a file's name: " + name);
        }
        return outputs.computeIfAbsent(name, _ -> new MemorySink());
    }

    @Override
    public void finding(Verdict verdict, Text message) {
        findings.add(new Finding(verdict, message));
    }

    /// The outputs so far, by name.
    public synchronized Map<String, MemorySink> outputs() {
        return Map.copyOf(outputs);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
