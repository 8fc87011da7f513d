package io.databourse.node.contract;

import io.databourse.crypto.Digest;
import io.databourse.crypto.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which jobs this node has begun under which contract, kept on disk: the node counts by itself.
/// The attempts of one job count once. A line is a job, when it began, and a mark if it was called
/// off; lines of old records have no time, and stand for runs of the contract's first pack.
public final class RunRecord {
    private static final String CALLED_OFF = "called-off";

    private final Path folder;

    public RunRecord(Path folder) throws IOException {
        PrivateFile.createDirectories(folder);
        this.folder = folder;
    }

    public synchronized RunsBegun jobs(String contractId) {
        var counted = new TreeMap<String, Instant>();
        var calledOff = new TreeMap<String, Instant>();
        for (var line : lines(contractId)) {
            if (!line.isBlank()) {
                var parts = line.split(" ", 3);
                var at = parts.length < 2 ? Instant.MIN : Instant.parse(parts[1]);
                (parts.length < 3 ? counted : calledOff).put(parts[0], at);
            }
        }
        return new RunsBegun(counted, calledOff);
    }

    /// A job that was called off counts again when its next attempt begins.
    public synchronized void add(String contractId, String jobId, Instant now) throws IOException {
        var known = jobs(contractId);
        if (!known.counts(jobId)) {
            var counted = new TreeMap<>(known.counted());
            var calledOff = new TreeMap<>(known.calledOff());
            var first = calledOff.remove(jobId);
            counted.put(jobId, first == null ? now : first);
            write(contractId, counted, calledOff);
        }
    }

    /// Gives a run back whose job ended without a delivery; does nothing if none was taken.
    public synchronized void callOff(String contractId, String jobId) throws IOException {
        var known = jobs(contractId);
        if (known.counts(jobId)) {
            var counted = new TreeMap<>(known.counted());
            var calledOff = new TreeMap<>(known.calledOff());
            calledOff.put(jobId, Objects.requireNonNull(counted.remove(jobId)));
            write(contractId, counted, calledOff);
        }
    }

    private List<String> lines(String contractId) {
        try {
            return Files.readAllLines(file(contractId));
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(
            String contractId, Map<String, Instant> counted, Map<String, Instant> calledOff)
            throws IOException {
        var lines =
                Stream.concat(
                        counted.entrySet().stream().map(RunRecord::line),
                        calledOff.entrySet().stream().map(job -> line(job) + " " + CALLED_OFF));
        PrivateFile.write(
                file(contractId),
                lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Map.Entry<String, Instant> job) {
        return job.getKey() + " " + job.getValue();
    }

    /// Ids come from outside and are no file names.
    private Path file(String contractId) {
        return folder.resolve(Digest.sha256(contractId).hex());
    }
}
