package io.databourse.mpc.join;

import io.databourse.mpc.ClearTextPsi;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The clear-text twin of the tasks that join.
public final class ClearTextJoin {
    private ClearTextJoin() {}

    public static Expectation of(TckCase job) {
        if (ClearTextPsi.isTooSmall(ClearTextPsi.matches(job), job)) {
            return Expectation.refused(Outcome.Reason.RESULT_BELOW_MINIMUM);
        }
        var theirs = ClearTextPsi.player(job, false).input().orElseThrow();
        var byKey = new HashMap<List<String>, List<@Nullable Object>>();
        for (var row : theirs.rows()) {
            ClearTextPsi.key(job.parameters(), theirs, row)
                    .ifPresent(key ->
                            byKey.putIfAbsent(
                                    key,
                                    ClearTextPsi.select(
                                            row, theirs, theirs.columns(ColumnUse.RESULT))));
        }
        var mine = ClearTextPsi.player(job, true).input().orElseThrow();
        var table = new ArrayList<List<@Nullable Object>>();
        for (var row : mine.rows()) {
            ClearTextPsi.key(job.parameters(), mine, row)
                    .filter(byKey::containsKey)
                    .ifPresent(key -> {
                        var both =
                                new ArrayList<@Nullable Object>(
                                        ClearTextPsi.select(
                                                row, mine, mine.columns(ColumnUse.RESULT)));
                        both.addAll(Objects.requireNonNull(byKey.get(key)));
                        table.add(both);
                    });
        }
        return ClearTextPsi.result(job, table);
    }
}
