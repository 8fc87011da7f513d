package io.databourse.mpc.join;

import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.io.IOException;

/// The other owner's labels, by row.
final class OwnLabels {
    private OwnLabels() {}

    /// Goes over the result columns once.
    static LabelFile make(PartyContext context, int length)
            throws InterruptedException, IOException {
        var input = context.input(PartyContext.INPUT);
        var file = new LabelFile(context.workspace().resolve("labels"), input.rowCount(), length);
        try {
            fill(file, context, length);
            return file;
        } catch (InterruptedException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void fill(LabelFile file, PartyContext context, int length)
            throws InterruptedException {
        var input = context.input(PartyContext.INPUT);
        var label = new byte[length];
        long row = 0;
        try (var pass = input.chunks(input.columns(ColumnUse.RESULT))) {
            for (var next = pass.next(); next.isPresent(); next = pass.next()) {
                var chunk = next.get();
                for (int i = 0; i < chunk.rows(); i++) {
                    Label.write(chunk, i, label);
                    file.put(row++, label);
                }
                context.progress().report("labelling", row, input.rowCount(), "rows");
            }
        }
    }
}
