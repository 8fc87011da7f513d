package io.databourse.node.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.node.child.ChunkReader;
import io.databourse.node.child.ChunkWriter;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import io.databourse.protection.watermark.RowMarker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Marks a chunk file of text columns, row by row.
final class MarkedRows {
    private final Schema schema;
    private final RowMarker marker;

    MarkedRows(Schema schema, RowMarker marker) {
        this.schema = schema;
        this.marker = marker;
    }

    static List<String> names(Schema schema) {
        return schema.columns().stream().map(Schema.Column::name).toList();
    }

    void write(Path from, Path to) throws IOException, InterruptedException {
        try (var pass = new ChunkReader(from, schema, names(schema));
                var out = new ChunkWriter(to, schema)) {
            for (var chunk = pass.next(); chunk.isPresent(); chunk = pass.next()) {
                out.write(marked(chunk.get()));
            }
        }
    }

    private Chunk marked(Chunk chunk) {
        var texts = chunk.columns().stream().map(Chunk.Bytes.class::cast).toList();
        // By column and row: few values change.
        var changes = new ArrayList<Map<Integer, String>>();
        texts.forEach(_ -> changes.add(new HashMap<>()));
        for (int row = 0; row < chunk.rows(); row++) {
            var cells = cells(texts, row);
            var marked = marker.mark(cells).orElse(cells);
            for (int column = 0; column < cells.size(); column++) {
                if (!marked.get(column).equals(cells.get(column))) {
                    changes.get(column).put(row, marked.get(column));
                }
            }
        }
        var columns = new ArrayList<Chunk.Column>();
        for (int column = 0; column < texts.size(); column++) {
            var changed = changes.get(column);
            var text = texts.get(column);
            columns.add(changed.isEmpty() ? text : replaced(text, changed, chunk.rows()));
        }
        return new Chunk(chunk.rows(), columns);
    }

    private static List<String> cells(List<Chunk.Bytes> columns, int row) {
        return columns.stream().map(column -> new String(bytes(column, row), UTF_8)).toList();
    }

    private static byte[] bytes(Chunk.Bytes column, int row) {
        return java.util.Arrays.copyOfRange(
                column.values(), column.offsets()[row], column.offsets()[row + 1]);
    }

    private static Chunk.Bytes replaced(Chunk.Bytes column, Map<Integer, String> by, int rows) {
        var text = new ByteArrayOutputStream();
        var offsets = new int[rows + 1];
        for (int row = 0; row < rows; row++) {
            var other = by.get(row);
            text.writeBytes(other == null ? bytes(column, row) : other.getBytes(UTF_8));
            offsets[row + 1] = text.size();
        }
        return new Chunk.Bytes(text.toByteArray(), offsets, column.nulls());
    }
}
