package io.databourse.mpc;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Files of the workspace that are used like memory, so that the heap does not grow with the rows.
public final class MappedFile {
    private MappedFile() {}

    /// A new file of zeros, which take no disk before they are written. An earlier attempt may have
    /// left one of that name.
    public static MemorySegment map(Path path, long bytes, Arena arena) throws IOException {
        try (var file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            return file.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        }
    }
}
