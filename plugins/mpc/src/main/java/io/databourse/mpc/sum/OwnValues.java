package io.databourse.mpc.sum;

import io.databourse.mpc.LongWriter;
import io.databourse.mpc.MappedFile;
import io.databourse.mpc.TagCursor;
import io.databourse.mpc.TagSet;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The other owner's values on disk: for each of its tags, in their order, the sums of each column
/// over the rows of that tag.
final class OwnValues {
    private final PartyContext context;
    private final List<String> columns;
    private final FixedPoint fixed;

    private OwnValues(PartyContext context) {
        this.context = context;
        this.columns = context.input(PartyContext.INPUT).columns(ColumnUse.RESULT);
        this.fixed = new FixedPoint(SumParameters.of(context.parameters()).decimals());
    }

    static Path write(TagSet tags, PartyContext context) throws InterruptedException, IOException {
        return new OwnValues(context).write(tags);
    }

    private Path write(TagSet tags) throws InterruptedException, IOException {
        var byRow = context.workspace().resolve("values-by-row");
        var byTag = context.workspace().resolve("values");
        long rows = context.input(PartyContext.INPUT).rowCount();
        try (var arena = Arena.ofConfined()) {
            var values = MappedFile.map(byRow, rows * columns.size() * Long.BYTES, arena);
            read(values);
            gather(values, tags, byTag);
        }
        return byTag;
    }

    /// Goes over the columns once. That the absolute values of a whole column can be added up means
    /// that no sum over any rows overflows.
    private void read(MemorySegment values) throws InterruptedException {
        var input = context.input(PartyContext.INPUT);
        var totals = new long[columns.size()];
        long at = 0;
        try (var pass = input.chunks(columns)) {
            for (var next = pass.next(); next.isPresent(); next = pass.next()) {
                var chunk = next.get();
                for (int row = 0; row < chunk.rows(); row++) {
                    for (int i = 0; i < totals.length; i++) {
                        long value = fixed.of(chunk.columns().get(i), row, columns.get(i));
                        totals[i] = added(totals[i], value, columns.get(i));
                        values.setAtIndex(ValueLayout.JAVA_LONG, at++, value);
                    }
                }
                context.progress().report("reading", at / totals.length, input.rowCount(), "rows");
            }
        }
    }

    private static long added(long total, long value, String name) {
        try {
            return Math.addExact(total, Math.absExact(value));
        } catch (ArithmeticException e) {
            throw FixedPoint.tooLarge(name);
        }
    }

    private void gather(MemorySegment values, TagSet tags, Path target) throws IOException {
        var sums = new long[columns.size()];
        try (var cursor = new TagCursor(tags);
                var out = new LongWriter(target)) {
            for (long rank = 0; rank < tags.size(); rank++) {
                cursor.moveTo(rank);
                Arrays.fill(sums, 0);
                for (long row = cursor.nextRow(); row >= 0; row = cursor.nextRow()) {
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += values.getAtIndex(ValueLayout.JAVA_LONG, row * sums.length + i);
                    }
                }
                for (long sum : sums) {
                    out.put(sum);
                }
            }
        }
    }
}
