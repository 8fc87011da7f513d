package io.databourse.testing;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Appends one line per test and capability tag to `target/capabilities.tsv` of the module.
///
/// It appends, as one module may run its tests in several forks; `./bourse test` removes the files
/// before it starts.
public final class CapabilityListener implements TestExecutionListener {

    private static final Path FILE = Path.of("target", "capabilities.tsv");
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        write(test, Verdict.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Verdict verdict =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Verdict.PASSED;
                    case ABORTED -> Verdict.SKIPPED;
                    case FAILED -> Verdict.FAILED;
                };
        // A container counts only when it broke or was left out: then its tests never ran.
        if (test.isTest() || verdict != Verdict.PASSED) {
            write(test, verdict);
        }
    }

    private void write(TestIdentifier test, Verdict verdict) {
        List<String> rows =
                test.getTags().stream().map(TestTag::getName).filter(Finding::isRow).toList();
        StringBuilder lines = new StringBuilder();
        for (String row : rows.isEmpty() ? List.of(Finding.NO_ROW) : rows) {
            lines.append(new Finding(row, name(test), verdict).line());
        }
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.writeString(FILE, lines, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + FILE, e);
        }
    }

    private String name(TestIdentifier test) {
        String owner = owner(test);
        return owner.isEmpty() ? test.getDisplayName() : owner + "#" + test.getDisplayName();
    }

    /// The class around a test; a parameterised test has its method in between.
    private String owner(TestIdentifier test) {
        TestPlan known = plan;
        if (known == null) {
            return "";
        }
        String path = "";
        var parent = known.getParent(test);
        while (parent.isPresent()) {
            TestIdentifier here = parent.get();
            if (here.getSource().orElse(null) instanceof ClassSource source) {
                return source.getClassName() + path;
            }
            path = "#" + here.getDisplayName() + path;
            parent = known.getParent(here);
        }
        return "";
    }
}
