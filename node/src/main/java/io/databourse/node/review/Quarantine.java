package io.databourse.node.review;

import io.databourse.crypto.PrivateFile;
import io.databourse.node.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Held outputs on disk: a folder a job and attempt, in it the files and what is known of them. The
/// node and its commands are processes of their own, so changes are made under a lock of the file
/// system.
public final class Quarantine {
    private static final String RECORD = "held.json";
    private static final Object CHANGING = new Object();

    private final Path folder;

    public Quarantine(Path folder) throws IOException {
        PrivateFile.createDirectories(folder);
        this.folder = folder;
    }

    /// Takes the files over.
    ///
    /// @param from where they lie now, under the names of the bundle
    public void hold(HeldJob held, Path from) throws IOException {
        discard(held.jobId(), held.attempt());
        var files = files(held);
        PrivateFile.createDirectories(files);
        for (var entry : held.bundle().entries()) {
            Files.move(
                    from.resolve(entry.name()),
                    files.resolve(entry.name()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        // The record is last: a folder without one is what a crash has left.
        write(held);
    }

    /// Where the files of a held output lie.
    public Path files(HeldJob held) {
        return place(held.jobId(), held.attempt()).resolve("files");
    }

    /// All of them, oldest first.
    public List<HeldJob> all() throws IOException {
        var found = new ArrayList<HeldJob>();
        try (var places = Files.list(folder)) {
            for (var place : places.filter(Files::isDirectory).toList()) {
                var record = place.resolve(RECORD);
                if (Files.isRegularFile(record)) {
                    found.add(HeldJob.parse(Files.readString(record)));
                }
            }
        }
        found.sort(Comparator.comparing(HeldJob::heldAt));
        return found;
    }

    /// The newest attempt's output of a job.
    public Optional<HeldJob> find(String jobId) throws IOException {
        return all().stream()
                .filter(held -> held.jobId().equals(jobId))
                .max(Comparator.comparingInt(HeldJob::attempt));
    }

    /// The output of a job that reviewers have released under this hash, if its files are still
    /// those that they saw.
    public Optional<HeldJob> released(String jobId, String sha256) throws IOException {
        for (var held : all()) {
            if (held.jobId().equals(jobId)
                    && held.state() == HeldJob.State.RELEASED
                    && held.bundle().sha256().equals(sha256)
                    && isWhole(held)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    /// Whether the files are those that were held.
    public boolean isWhole(HeldJob held) {
        try {
            return Bundle.of(files(held), held.bundle().mediaTypes()).equals(held.bundle());
        } catch (IOException _) {
            return false;
        }
    }

    /// Copies a released output into a folder, and looks at the copy once more.
    public Map<String, Path> copy(HeldJob held, Path to) throws IOException {
        Files.createDirectories(to);
        var copies = new HashMap<String, Path>();
        for (var entry : held.bundle().entries()) {
            var copy = to.resolve(entry.name());
            Files.copy(files(held).resolve(entry.name()), copy);
            copies.put(entry.name(), copy);
        }
        if (!Bundle.of(to, held.bundle().mediaTypes()).equals(held.bundle())) {
            throw new IOException("a held file was changed");
        }
        return copies;
    }

    /// Changes one record; nobody else changes one meanwhile.
    HeldJob change(HeldJob held, UnaryOperator<HeldJob> change) throws IOException {
        synchronized (CHANGING) {
            try (var lock =
                            FileChannel.open(
                                    folder.resolve("lock"),
                                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                    var _ = lock.lock()) {
                var record = place(held.jobId(), held.attempt()).resolve(RECORD);
                var changed = change.apply(HeldJob.parse(Files.readString(record)));
                write(changed);
                return changed;
            }
        }
    }

    private void write(HeldJob held) throws IOException {
        PrivateFile.write(
                place(held.jobId(), held.attempt()).resolve(RECORD),
                held.toJson().getBytes(StandardCharsets.UTF_8));
    }

    /// Deletes what is held of an attempt.
    public void discard(String jobId, int attempt) throws IOException {
        Folders.delete(place(jobId, attempt));
    }

    /// Deletes what is too old, decided or not.
    public void expire(Instant now) throws IOException {
        for (var held : all()) {
            if (!now.isBefore(held.expiresAt())) {
                discard(held.jobId(), held.attempt());
            }
        }
    }

    private Path place(String jobId, int attempt) {
        return folder.resolve(jobId + "-" + attempt);
    }
}
