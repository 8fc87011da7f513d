package io.databourse.mpc;

import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Progress;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.util.Arrays;

/// Tells an owner what is odd about its keys before the long work: of an input that takes long by a
/// look at its first rows, which takes a tenth of a second, and of each as soon as its tags are
/// sorted, which is before any of them leaves. Only the numbers go out, and only to the owner
/// itself and to the exchange, which sees them in the signed report anyway.
final class FirstLook {
    /// Inputs of so many rows are tagged and sorted in about a second.
    private static final long SHORT = 1 << 20;

    private static final int LOOKED_AT = 1 << 16;

    private FirstLook() {}

    /// Looks at the first rows of an input that takes long.
    static void at(PartyContext context, RowTagger tagger) throws InterruptedException {
        at(context, tagger, SHORT, LOOKED_AT);
    }

    static void at(PartyContext context, RowTagger tagger, long shortInput, int rows)
            throws InterruptedException {
        var input = context.input(PartyContext.INPUT);
        if (input.rowCount() <= shortInput) {
            return;
        }
        var keys = OwnTags.keys(tagger, context);
        var tags = new long[rows];
        int looked = 0;
        int keyed = 0;
        try (var pass = input.chunks(input.columns(ColumnUse.JOIN))) {
            for (var next = pass.next(); next.isPresent() && looked < rows; next = pass.next()) {
                var chunk = next.get();
                for (int row = 0; row < chunk.rows() && looked < rows; row++, looked++) {
                    if (keys.write(chunk, row)) {
                        tagger.tag(keys.bytes(), keys.length());
                        tags[keyed++] = tagger.high();
                    }
                }
            }
        }
        tell(
                context.progress(),
                new Found(looked, keyed, keys.unreadable(), repeated(tags, keyed)),
                Progress.FIRST_ROWS);
    }

    /// Half a tag is enough to tell so few apart.
    private static int repeated(long[] tags, int count) {
        Arrays.sort(tags, 0, count);
        int repeated = 0;
        for (int i = 1; i < count; i++) {
            repeated += tags[i] == tags[i - 1] ? 1 : 0;
        }
        return repeated;
    }

    /// Tells what is true of all rows.
    static void tell(TagSet set, PartyContext context) throws InterruptedException {
        tell(
                context.progress(),
                new Found(
                        context.input(PartyContext.INPUT).rowCount(),
                        set.rowCount(),
                        set.unreadable(),
                        set.rowCount() - set.size()),
                Progress.ROWS);
    }

    private record Found(long rows, long keyed, long unreadable, long repeated) {
        long nulls() {
            return rows - keyed - unreadable;
        }
    }

    private static void tell(Progress progress, Found found, String unit)
            throws InterruptedException {
        if (found.nulls() > 0) {
            progress.found(Progress.NULL_KEYS, found.nulls(), found.rows(), unit);
        }
        if (found.unreadable() > 0) {
            progress.found(Progress.UNREADABLE_KEYS, found.unreadable(), found.rows(), unit);
        }
        if (found.repeated() > 0) {
            progress.found(Progress.REPEATED_KEYS, found.repeated(), found.rows(), unit);
        }
        if (found.keyed() == 0) {
            progress.found(Progress.NO_KEYS, found.rows(), found.rows(), unit);
        }
    }
}
