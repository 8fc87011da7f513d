package io.databourse.sandbox.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Reads and writes the kernel's small files.
final class CgroupFiles {
    private static final int REMOVAL_TRIES = 400;
    private static final long PAUSE_MILLIS = 5;

    private CgroupFiles() {}

    static void write(Path folder, String name, String value) throws IOException {
        Files.writeString(folder.resolve(name), value);
    }

    /// A control that not every kernel has.
    static void writeIfThere(Path folder, String name, String value) throws IOException {
        if (Files.exists(folder.resolve(name))) {
            write(folder, name, value);
        }
    }

    static long number(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    /// The number beside a word, as in `oom_kill 3`.
    static long number(Path folder, String name, String word) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            return 0;
        }
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith(word + " ")) {
                return Long.parseLong(line.substring(word.length() + 1).strip());
            }
        }
        return 0;
    }

    static List<Long> processes(Path folder) throws IOException {
        try {
            return Files.readAllLines(folder.resolve("cgroup.procs")).stream()
                    .map(Long::valueOf)
                    .filter(process -> process > 0)
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    static void killAll(Path folder) throws IOException {
        for (var process : processes(folder)) {
            ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /// Processes that were just ended need a moment until the kernel lets their group go.
    static void remove(Path folder) throws IOException {
        for (int i = 0; Files.isDirectory(folder); i++) {
            killAll(folder);
            if (folder.toFile().delete()) {
                return;
            }
            if (i == REMOVAL_TRIES) {
                throw new IOException("the control group " + folder + " is still in use");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a control group was being removed", e);
        }
    }
}
