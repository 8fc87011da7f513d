package io.databourse.mpc;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.util.ArrayList;
import java.util.Arrays;

/// Writes the receiver's result: the result columns of its own matching rows, in the order of its
/// data, by a second pass over it.
public final class MatchedResult {
    private final MatchedRows matched;
    private final int[] picked = new int[Chunk.MAX_ROWS];
    private int count;

    private MatchedResult(MatchedRows matched) {
        this.matched = matched;
    }

    public static void write(MatchedRows matched, PartyContext context)
            throws InterruptedException {
        var input = context.input(PartyContext.INPUT);
        var columns = input.columns(ColumnUse.RESULT);
        var sink = context.result(PartyContext.RESULT);
        sink.begin(input.schema().select(columns));
        if (matched.size() == 0) {
            return;
        }
        var result = new MatchedResult(matched);
        long row = 0;
        try (var pass = input.chunks(columns)) {
            for (var next = pass.next(); next.isPresent(); next = pass.next()) {
                var chunk = next.get();
                result.pick(row, chunk.rows());
                if (result.count > 0) {
                    sink.write(result.part(chunk));
                }
                row += chunk.rows();
                context.progress().report("writing", row, input.rowCount(), "rows");
            }
        }
    }

    private void pick(long firstRow, int rows) {
        count = 0;
        for (int i = 0; i < rows; i++) {
            if (matched.contains(firstRow + i)) {
                picked[count++] = i;
            }
        }
    }

    private Chunk part(Chunk chunk) {
        var columns = new ArrayList<Chunk.Column>();
        for (var column : chunk.columns()) {
            columns.add(
                    switch (column) {
                        case Chunk.Longs longs -> new Chunk.Longs(part(longs), nulls(longs));
                        case Chunk.Doubles doubles ->
                                new Chunk.Doubles(part(doubles), nulls(doubles));
                        case Chunk.Bytes bytes -> part(bytes);
                    });
        }
        return new Chunk(count, columns);
    }

    private long[] part(Chunk.Longs longs) {
        var values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = longs.values()[picked[i]];
        }
        return values;
    }

    private double[] part(Chunk.Doubles doubles) {
        var values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = doubles.values()[picked[i]];
        }
        return values;
    }

    private Chunk.Bytes part(Chunk.Bytes bytes) {
        var from = bytes.offsets();
        var offsets = new int[count + 1];
        for (int i = 0; i < count; i++) {
            offsets[i + 1] = offsets[i] + from[picked[i] + 1] - from[picked[i]];
        }
        var values = new byte[offsets[count]];
        for (int i = 0; i < count; i++) {
            int length = offsets[i + 1] - offsets[i];
            System.arraycopy(bytes.values(), from[picked[i]], values, offsets[i], length);
        }
        return new Chunk.Bytes(values, offsets, nulls(bytes));
    }

    private long[] nulls(Chunk.Column column) {
        var nulls = new long[column.nulls().length == 0 ? 0 : (count + 63) >> 6];
        for (int i = 0; i < count && nulls.length > 0; i++) {
            if (column.isNull(picked[i])) {
                nulls[i >> 6] |= 1L << i;
            }
        }
        return Arrays.stream(nulls).anyMatch(bits -> bits != 0) ? nulls : new long[0];
    }
}
