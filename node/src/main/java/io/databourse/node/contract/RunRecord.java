package io.databourse.node.contract;

import io.databourse.crypto.Digest;
import io.databourse.crypto.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which jobs this node has begun under which contract, kept on disk: the node counts by itself.
/// The attempts of one job count once. A line is a job and when it began; lines of old records have
/// no time, and stand for runs of the contract's first pack.
public final class RunRecord {
    private final Path folder;

    public RunRecord(Path folder) throws IOException {
        PrivateFile.createDirectories(folder);
        this.folder = folder;
    }

    /// The jobs and when they began.
    public synchronized Map<String, Instant> jobs(String contractId) {
        try {
            var jobs = new TreeMap<String, Instant>();
            for (var line : Files.readAllLines(file(contractId))) {
                if (!line.isBlank()) {
                    var parts = line.split(" ", 2);
                    jobs.put(parts[0], parts.length < 2 ? Instant.MIN : Instant.parse(parts[1]));
                }
            }
            return jobs;
        } catch (NoSuchFileException _) {
            return Map.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public synchronized void add(String contractId, String jobId, Instant now) throws IOException {
        var jobs = new TreeMap<>(jobs(contractId));
        if (jobs.putIfAbsent(jobId, now) == null) {
            PrivateFile.write(
                    file(contractId),
                    jobs.entrySet().stream()
                            .map(RunRecord::line)
                            .collect(Collectors.joining("\n"))
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(Map.Entry<String, Instant> job) {
        return job.getValue().equals(Instant.MIN)
                ? job.getKey()
                : job.getKey() + " " + job.getValue();
    }

    /// Ids come from outside and are no file names.
    private Path file(String contractId) {
        return folder.resolve(Digest.sha256(contractId).hex());
    }
}
