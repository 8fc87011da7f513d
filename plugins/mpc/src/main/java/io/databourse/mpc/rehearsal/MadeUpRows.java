package io.databourse.mpc.rehearsal;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.plugin.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One column of texts that look like mobile numbers, spread over all of them.
record MadeUpRows(long first, long rows) implements Dataset {
    private static final Schema SCHEMA =
            new Schema(List.of(new Schema.Column("mobile", Schema.Type.STRING, false)));
    private static final int DIGITS = 11;
    private static final long LOWEST = 13_000_000_000L;

    /// Below 10^10, and prime, so that the numbers of different rows differ.
    private static final long NUMBERS = 9_999_999_967L;

    private static final long FACTOR = 2_654_435_761L;
    private static final int STEP = 7;

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public long rowCount() {
        return rows;
    }

    @Override
    public List<String> columns(String use) {
        return List.of("mobile");
    }

    @Override
    public Path asFile(Format format) {
        throw new UnsupportedOperationException("made-up rows are in no file");
    }

    @Override
    public Pass chunks(List<String> columns) {
        return Guises.of(Pass.class, new Rows());
    }

    private final class Rows implements Pass {
        private long row;

        @Override
        public Optional<Chunk> next() {
            int count = (int) Math.min(Chunk.MAX_ROWS, rows - row);
            var values = new byte[DIGITS * count];
            var offsets = new int[count + 1];
            for (int i = 0; i < count; i++) {
                long rest = LOWEST + (first + (row + i) * STEP % rows) * FACTOR % NUMBERS;
                for (int digit = DIGITS - 1; digit >= 0; digit--) {
                    values[DIGITS * i + digit] = (byte) ('0' + rest % 10);
                    rest /= 10;
                }
                offsets[i + 1] = DIGITS * (i + 1);
            }
            row += count;
            var column = new Chunk.Bytes(values, offsets, new long[0]);
            return count == 0 ? Optional.empty() : Optional.of(new Chunk(count, List.of(column)));
        }

        @Override
        public void close() {}
    }
}
