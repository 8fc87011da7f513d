package io.databourse.mpc;

import io.databourse.mpc.key.KeyRules;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.WorkMeter;
import java.io.IOException;

/// Turns the rows of an owner into its sorted set of tags.
public final class OwnTags {
    /// Rows left out because a value of the key is not what its column's rule says, such as a
    /// mobile number of ten digits.
    static final String UNREADABLE_KEYS = "unreadableKeys";

    private final PartyContext context;
    private long rowCount;
    private long unreadable;

    private OwnTags(PartyContext context) {
        this.context = context;
    }

    /// Goes over the rows once, and counts them.
    public static TagSet make(RowTagger tagger, PartyContext context)
            throws InterruptedException, IOException {
        FirstLook.at(context, tagger);
        var own = new OwnTags(context);
        var set = own.tagRows(tagger).sorted().withUnreadable(own.unreadable);
        count(set, context);
        FirstLook.tell(set, context);
        if (DuplicateKeys.of(context.parameters()) == DuplicateKeys.REFUSE) {
            RepeatedKeys.refuse(context, set.rowCount() - set.size());
        }
        return set;
    }

    /// Counts the rows of which the set was made.
    static void count(TagSet set, PartyContext context) {
        long rows = context.input(PartyContext.INPUT).rowCount();
        context.meter().count(WorkMeter.INPUT_ROWS, rows);
        context.meter().count(WorkMeter.NULL_KEYS, rows - set.rowCount() - set.unreadable());
        context.meter().count(UNREADABLE_KEYS, set.unreadable());
        context.meter().count(WorkMeter.DUPLICATE_KEYS, set.rowCount() - set.size());
    }

    private TagPartitions tagRows(RowTagger tagger) throws InterruptedException, IOException {
        var input = context.input(PartyContext.INPUT);
        var keys = keys(tagger, context);
        var tags = new TagPartitions(context, input.rowCount());
        try (var pass = input.chunks(input.columns(ColumnUse.JOIN))) {
            for (var next = pass.next(); next.isPresent(); next = pass.next()) {
                var chunk = next.get();
                for (int row = 0; row < chunk.rows(); row++) {
                    if (keys.write(chunk, row)) {
                        tagger.tag(keys.bytes(), keys.length());
                        tags.add(tagger.high(), tagger.low(), rowCount + row);
                    }
                }
                rowCount += chunk.rows();
                unreadable = keys.unreadable();
                context.progress().report("tagging", rowCount, input.rowCount(), "rows");
            }
        }
        return tags;
    }

    /// The keys of an owner's rows as a tagger wants them.
    static JoinKeys keys(RowTagger tagger, PartyContext context) {
        var input = context.input(PartyContext.INPUT);
        var columns = input.columns(ColumnUse.JOIN);
        var types =
                input.schema().select(columns).columns().stream()
                        .map(column -> column.type())
                        .toList();
        var rules =
                KeyRules.of(context.parameters(), columns.size())
                        .orElseThrow(() ->
                                new UnusableInputException(
                                        "the job's rules of keys are not for %d join columns"
                                                .formatted(columns.size())));
        return new JoinKeys(tagger.domain(), types, rules);
    }
}
