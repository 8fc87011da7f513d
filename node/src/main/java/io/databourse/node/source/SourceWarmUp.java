package io.databourse.node.source;

import io.databourse.node.Folders;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads a small table of nothing a few times. The first use of DuckDB in a process unpacks and
/// loads its library, and the code that takes over its rows runs slowly until it is compiled; so
/// the node does both before a job comes.
public final class SourceWarmUp {
    private static final Logger LOG = System.getLogger(SourceWarmUp.class.getName());
    private static final int ROWS = 60_000;
    private static final int ROUNDS = 2;
    private static final int MEGABYTES = 64;

    private SourceWarmUp() {}

    public static void run() {
        try {
            var folder = Files.createTempDirectory("bourse");
            try {
                read(folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "no warm-up: {0}", e.toString());
        }
    }

    private static void read(Path folder) throws IOException {
        var table = folder.resolve("table.csv");
        var text = new StringBuilder("key,name\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("1380000").append(row % 10_000).append(",BK00000").append(row).append('\n');
        }
        Files.writeString(table, text);
        var reader = new SourceReader(new SourceLimits(MEGABYTES, 1, folder.resolve("duckdb")));
        var all = new Selection(List.of("key"), List.of("name"), List.of());
        for (int round = 0; round < ROUNDS; round++) {
            reader.extract(new Source("table", table, ""), all, folder.resolve("table.chunks"));
        }
    }
}
