package io.databourse.node.source;

import io.databourse.node.child.ChunkWriter;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.util.Arrays;
import org.duckdb.DuckDBDataChunkReader;

/// Gathers DuckDB's vectors, 2,048 rows each, into full chunks.
final class VectorCopy {
    /// A chunk is also full when a column's text gets this long.
    private static final int MAX_TEXT = 1 << 26;

    private final ChunkWriter writer;
    private final VectorColumn[] columns;
    private int rows;

    VectorCopy(Schema schema, ChunkWriter writer) {
        this.writer = writer;
        this.columns = new VectorColumn[schema.columns().size()];
        Arrays.setAll(columns, i -> VectorColumn.of(schema.columns().get(i).type()));
    }

    void append(DuckDBDataChunkReader chunk) throws IOException {
        var count = Math.toIntExact(chunk.rowCount());
        if (rows + count > Chunk.MAX_ROWS
                || Arrays.stream(columns).anyMatch(column -> column.length() > MAX_TEXT)) {
            flush();
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i].append(chunk.vector(i), rows, count);
        }
        rows += count;
    }

    void flush() throws IOException {
        if (rows > 0) {
            var chunk = new Chunk(rows, Arrays.stream(columns).map(VectorColumn::take).toList());
            writer.write(chunk);
            for (var column : columns) {
                column.clear();
            }
            rows = 0;
        }
    }
}
