package io.databourse.mpc.join;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns labels back into columns.
final class LabelColumns {
    private static final long[] NO_NULLS = {};

    private final List<Schema.Column> schema;
    private final List<Column> columns = new ArrayList<>();
    private int row;

    LabelColumns(List<Schema.Column> schema) {
        this.schema = List.copyOf(schema);
    }

    /// Begins a chunk of so many rows.
    void begin(int rows) {
        row = 0;
        columns.clear();
        for (var column : schema) {
            columns.add(
                    switch (column.type()) {
                        case STRING -> new Texts(rows);
                        case DECIMAL -> new Fractions(rows);
                        case INTEGER, DATE, TIMESTAMP, BOOLEAN -> new Numbers(rows);
                    });
        }
    }

    void add(Label.Reader label) {
        for (var column : columns) {
            column.add(row, label);
        }
        row++;
    }

    List<Chunk.Column> columns() {
        return columns.stream().map(Column::finished).toList();
    }

    private abstract static class Column {
        private final long[] nulls;
        private boolean anyNull;

        Column(int rows) {
            nulls = new long[(rows + 63) >> 6];
        }

        final void add(int row, Label.Reader label) {
            boolean value = label.hasValue();
            if (!value) {
                nulls[row >> 6] |= 1L << row;
                anyNull = true;
            }
            take(row, value, label);
        }

        abstract void take(int row, boolean value, Label.Reader label);

        abstract Chunk.Column finished();

        final long[] nulls() {
            return anyNull ? nulls : NO_NULLS;
        }
    }

    private static final class Numbers extends Column {
        private final long[] values;

        Numbers(int rows) {
            super(rows);
            values = new long[rows];
        }

        @Override
        void take(int row, boolean value, Label.Reader label) {
            values[row] = value ? label.number() : 0;
        }

        @Override
        Chunk.Column finished() {
            return new Chunk.Longs(values, nulls());
        }
    }

    private static final class Fractions extends Column {
        private final double[] values;

        Fractions(int rows) {
            super(rows);
            values = new double[rows];
        }

        @Override
        void take(int row, boolean value, Label.Reader label) {
            values[row] = value ? label.fraction() : 0;
        }

        @Override
        Chunk.Column finished() {
            return new Chunk.Doubles(values, nulls());
        }
    }

    private static final class Texts extends Column {
        private final int[] offsets;
        private byte[] bytes = new byte[1 << 10];

        Texts(int rows) {
            super(rows);
            offsets = new int[rows + 1];
        }

        @Override
        void take(int row, boolean value, Label.Reader label) {
            int from = offsets[row];
            var text = value ? label.text() : new byte[0];
            if (from + text.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(from + text.length, 2 * bytes.length));
            }
            System.arraycopy(text, 0, bytes, from, text.length);
            offsets[row + 1] = from + text.length;
        }

        @Override
        Chunk.Column finished() {
            return new Chunk.Bytes(bytes, offsets, nulls());
        }
    }
}
