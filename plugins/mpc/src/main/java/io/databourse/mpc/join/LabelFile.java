package io.databourse.mpc.join;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A label for each row, in a mapped file, so that the heap does not grow with the rows. A row
/// without a label is all zeros and takes no disk.
final class LabelFile implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment labels;
    private final int length;

    LabelFile(Path path, long rows, int length) throws IOException {
        this.length = length;
        try (var file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            labels = file.map(FileChannel.MapMode.READ_WRITE, 0, rows * length, arena);
        } catch (IOException e) {
            arena.close();
            throw e;
        }
    }

    void put(long row, byte[] label) {
        MemorySegment.copy(label, 0, labels, ValueLayout.JAVA_BYTE, row * length, length);
    }

    void get(long row, byte[] label) {
        MemorySegment.copy(labels, ValueLayout.JAVA_BYTE, row * length, label, 0, length);
    }

    boolean has(long row) {
        return labels.get(ValueLayout.JAVA_BYTE, row * length) == Label.PRESENT;
    }

    @Override
    public void close() {
        arena.close();
    }
}
