package io.databourse.node.source;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import org.duckdb.DuckDBReadableVector;

/// One column of a chunk that is being filled from DuckDB's vectors.
interface VectorColumn {
    static VectorColumn of(Schema.Type type) {
        return switch (type) {
            case STRING -> new TextColumn();
            case INTEGER, DATE, TIMESTAMP, BOOLEAN -> NumberColumn.ofLongs();
            case DECIMAL -> NumberColumn.ofDoubles();
        };
    }

    /// Bytes of text so far; 0 for numbers.
    int length();

    void append(DuckDBReadableVector vector, int at, int count);

    /// The arrays are lent until [#clear].
    Chunk.Column take();

    void clear();
}
