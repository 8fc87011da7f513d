package io.databourse.plugin;

import java.util.List;

/// The columns of a table, in order; names are unique.
public record Schema(List<Column> columns) {
    public Schema {
        columns = List.copyOf(columns);
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("two columns share a name: " + columns);
        }
    }

    /// The columns of these names, in the order asked for.
    ///
    /// @throws IllegalArgumentException if one does not exist
    public Schema select(List<String> names) {
        return new Schema(names.stream().map(this::column).toList());
    }

    /// The column of this name.
    ///
    /// @throws IllegalArgumentException if it does not exist
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such column: " + name));
    }

    public boolean has(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    public record Column(String name, Type type, boolean nullable) {}

    /// What a column holds, and how a [Chunk] carries it.
    public enum Type {
        /// UTF-8 text, in [Chunk.Bytes].
        STRING,
        /// A signed 64-bit number, in [Chunk.Longs].
        INTEGER,
        /// A number with a fraction, in [Chunk.Doubles].
        DECIMAL,
        /// Days since 1970-01-01, in [Chunk.Longs].
        DATE,
        /// Microseconds since 1970-01-01T00:00:00, as written in the source, in [Chunk.Longs].
        TIMESTAMP,
        /// 0 or 1, in [Chunk.Longs].
        BOOLEAN
    }
}
