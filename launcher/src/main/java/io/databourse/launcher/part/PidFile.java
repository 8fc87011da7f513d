package io.databourse.launcher.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Remembers a process by its id and by when it started.
///
/// The number alone is not enough: after a restart of the machine, or a few days, it may belong to
/// somebody else's process, which must be neither shown as ours nor killed.
final class PidFile {

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process, String build) {
        try {
            Files.writeString(file, process.pid() + "\n" + started(process) + "\n" + build + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// The process, if it still lives and is the one that was written.
    Optional<ProcessHandle> owned() {
        return recorded()
                .flatMap(entry ->
                        ProcessHandle.of(entry.pid())
                                .filter(ProcessHandle::isAlive)
                                .filter(live -> !isZombie(live))
                                .filter(live -> started(live).equals(entry.started())));
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    /// What the process was started from, as it was written.
    String build() {
        return recorded().map(Entry::build).orElse("");
    }

    private Optional<Entry> recorded() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            new Entry(
                                    Long.parseLong(lines.get(0)),
                                    lines.get(1),
                                    lines.size() > 2 ? lines.get(2) : ""));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// A process that has ended but whose parent has not asked how, as the first process of many
    /// containers never does. Only Linux shows it; elsewhere the question is not asked.
    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return stat.startsWith(") Z", stat.lastIndexOf(')'));
        } catch (IOException _) {
            return false;
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    private record Entry(long pid, String started, String build) {}
}
