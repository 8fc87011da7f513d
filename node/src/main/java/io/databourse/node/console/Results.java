package io.databourse.node.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The results that this node was given, a folder a job. Names from outside are compared with what
/// is there and never made into paths.
record Results(Path folder) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    /// Jobs, newest first.
    List<String> jobs() throws IOException {
        try (var jobs = Files.list(folder)) {
            return jobs.filter(job -> Files.isDirectory(job, LinkOption.NOFOLLOW_LINKS))
                    .sorted((a, b) -> Long.compare(time(b), time(a)))
                    .map(Results::name)
                    .filter(name -> NAME.matcher(name).matches())
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    /// When the job's result came.
    Instant since(String job) {
        return Instant.ofEpochMilli(time(folder.resolve(job)));
    }

    private static long time(Path job) {
        return job.toFile().lastModified();
    }

    /// The files of a job.
    List<Path> files(String job) throws IOException {
        if (!jobs().contains(job)) {
            throw new Call.Wrong(404);
        }
        try (var files = Files.list(folder.resolve(job))) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> NAME.matcher(name(file)).matches())
                    .sorted()
                    .toList();
        }
    }

    Path file(String job, String name) throws IOException {
        return files(job).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new Call.Wrong(404));
    }

    /// The table of a result: `result.csv`, or else the first CSV file.
    Optional<Path> table(String job) throws IOException {
        var tables = files(job).stream().filter(Results::isTable).toList();
        return tables.stream()
                .filter(file -> file.endsWith("result.csv"))
                .findFirst()
                .or(() -> tables.stream().findFirst());
    }

    static boolean isTable(Path file) {
        return file.toString().endsWith(".csv");
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
