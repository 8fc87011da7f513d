package io.databourse.mpc.join;

import io.databourse.mpc.MappedFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// A label for each row, in a mapped file, so that the heap does not grow with the rows. A row
/// without a label is all zeros and takes no disk.
final class LabelFile implements RowLabels, AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment labels;
    private final int length;

    LabelFile(Path path, long rows, int length) throws IOException {
        this.length = length;
        this.labels = MappedFile.map(path, rows * length, arena);
    }

    void put(long row, byte[] label) {
        MemorySegment.copy(label, 0, labels, ValueLayout.JAVA_BYTE, row * length, length);
    }

    @Override
    public void get(long row, byte[] label) {
        MemorySegment.copy(labels, ValueLayout.JAVA_BYTE, row * length, label, 0, length);
    }

    @Override
    public boolean has(long row) {
        return labels.get(ValueLayout.JAVA_BYTE, row * length) == Label.PRESENT;
    }

    @Override
    public void close() {
        arena.close();
    }
}
