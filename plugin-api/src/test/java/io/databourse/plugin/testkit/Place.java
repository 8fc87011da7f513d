package io.databourse.plugin.testkit;

import io.databourse.plugin.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a party works: its workspace and its checkpoint.
final class Place implements Checkpoint {
    private final Path folder;
    private final List<String> reports = new ArrayList<>();
    private byte @Nullable [] saved;
    private String deadlyPhase = "";
    private long deadlyCount;

    private Place(Path folder) {
        this.folder = folder;
    }

    static Place make() {
        try {
            return new Place(Files.createTempDirectory("tck"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public synchronized Optional<byte[]> load() {
        return Optional.ofNullable(saved).map(byte[]::clone);
    }

    @Override
    public synchronized void save(byte[] state) {
        saved = state.clone();
    }

    synchronized void forget() {
        saved = null;
    }

    /// From now on the process dies when a phase has come so far.
    synchronized void dieIn(String phase, long done) {
        deadlyPhase = phase;
        deadlyCount = done;
    }

    /// From now on it lives, and reports are counted anew. Of a program that saved nothing, nothing
    /// is left.
    synchronized void revive() {
        deadlyPhase = "";
        reports.clear();
        if (saved == null) {
            clear();
        }
    }

    private void clear() {
        delete();
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void reported(String phase, long done) {
        reports.add(phase + " " + done);
        if (phase.equals(deadlyPhase) && done >= deadlyCount) {
            throw new Fault.Died();
        }
    }

    synchronized List<String> reports() {
        return List.copyOf(reports);
    }

    Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        try (var tree = Files.walk(folder)) {
            for (var path : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    void delete() {
        try (var tree = Files.walk(folder)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
