package io.databourse.mpc;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;

/// Writes the receiver's result: the result columns of its own matching rows, in the order of its
/// data, by a second pass over it.
public final class MatchedResult {
    private final MatchedRows matched;
    private final Picked picked = new Picked();

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
                if (result.picked.count() > 0) {
                    sink.write(new Chunk(result.picked.count(), result.picked.of(chunk)));
                }
                row += chunk.rows();
                context.progress().report("writing", row, input.rowCount(), "rows");
            }
        }
    }

    private void pick(long firstRow, int rows) {
        picked.clear();
        for (int i = 0; i < rows; i++) {
            if (matched.contains(firstRow + i)) {
                picked.add(i);
            }
        }
    }
}
