package io.databourse.launcher;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Part;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Prints what runs.
final class Status {

    private final Settings settings;
    private final Console console;

    Status(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /// Returns 0 when every part that was started is healthy, else 1.
    int print(BourseSystem system) {
        console.line(row("part", "pid", "address", "health", "memory", "log"));
        settings.database()
                .ifPresent(outside ->
                        console.line(row("postgres", "-", outside.url(), "outside", "-", "-")));
        boolean well = true;
        for (Part part : system.parts()) {
            Optional<ProcessHandle> process = part.program().process();
            boolean healthy = process.isPresent() && part.healthy();
            well &= process.isEmpty() || healthy;
            console.line(
                    row(
                            part.name(),
                            process.map(found -> String.valueOf(found.pid())).orElse("-"),
                            part.address(),
                            process.isEmpty() ? "down" : healthy ? "up" : "not answering",
                            process.map(Status::memory).orElse("-"),
                            part.program().log().toString()));
        }
        return well ? 0 : 1;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-14s %-8s %-30s %-14s %8s  %s", (Object[]) cells);
    }

    private static String memory(ProcessHandle process) {
        try {
            Process ps =
                    new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid()))
                            .start();
            String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Long.parseLong(text.strip()) / 1024 + " MB";
        } catch (IOException | NumberFormatException _) {
            return "?";
        }
    }
}
