package io.databourse.node.contract;

import io.databourse.crypto.Digest;
import io.databourse.crypto.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which jobs this node has begun under which contract, kept on disk: the node counts by itself.
/// The attempts of one job count once.
public final class RunRecord {
    private final Path folder;

    public RunRecord(Path folder) throws IOException {
        PrivateFile.createDirectories(folder);
        this.folder = folder;
    }

    public synchronized Set<String> jobs(String contractId) {
        try {
            return Files.readAllLines(file(contractId)).stream()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NoSuchFileException _) {
            return Set.of();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public synchronized void add(String contractId, String jobId) throws IOException {
        var jobs = new TreeSet<>(jobs(contractId));
        if (jobs.add(jobId)) {
            PrivateFile.write(
                    file(contractId), String.join("\n", jobs).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Ids come from outside and are no file names.
    private Path file(String contractId) {
        return folder.resolve(Digest.sha256(contractId).hex());
    }
}
