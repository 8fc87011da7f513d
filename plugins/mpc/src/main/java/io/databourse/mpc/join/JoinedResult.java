package io.databourse.mpc.join;

import io.databourse.mpc.OtherColumns;
import io.databourse.mpc.Picked;
import io.databourse.plugin.Chunk;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.util.List;

/// Writes the receiver's result: the result columns of its own matching rows, in the order of its
/// data, and beside them what their labels hold.
final class JoinedResult {
    private final PartyContext context;
    private final RowLabels labels;
    private final LabelColumns others;
    private final byte[] label;
    private final Picked picked = new Picked();

    private JoinedResult(
            PartyContext context, RowLabels labels, List<Schema.Column> others, int length) {
        this.context = context;
        this.labels = labels;
        this.others = new LabelColumns(others);
        this.label = new byte[length];
    }

    static void write(
            PartyContext context, RowLabels labels, List<Schema.Column> others, int length)
            throws InterruptedException {
        var input = context.input(PartyContext.INPUT);
        var own = input.schema().select(input.columns(ColumnUse.RESULT));
        context.result(PartyContext.RESULT).begin(OtherColumns.beside(own, others));
        new JoinedResult(context, labels, others, length).write();
    }

    private void write() throws InterruptedException {
        var input = context.input(PartyContext.INPUT);
        long row = 0;
        try (var pass = input.chunks(input.columns(ColumnUse.RESULT))) {
            for (var next = pass.next(); next.isPresent(); next = pass.next()) {
                write(next.get(), row);
                row += next.get().rows();
                context.progress().report("writing", row, input.rowCount(), "rows");
            }
        }
    }

    private void write(Chunk chunk, long firstRow) throws InterruptedException {
        picked.clear();
        for (int i = 0; i < chunk.rows(); i++) {
            if (labels.has(firstRow + i)) {
                picked.add(i);
            }
        }
        if (picked.count() == 0) {
            return;
        }
        others.begin(picked.count());
        for (int i = 0; i < picked.count(); i++) {
            labels.get(firstRow + picked.row(i), label);
            others.add(new Label.Reader(label));
        }
        var columns = picked.of(chunk);
        columns.addAll(others.columns());
        context.result(PartyContext.RESULT).write(new Chunk(picked.count(), columns));
    }
}
