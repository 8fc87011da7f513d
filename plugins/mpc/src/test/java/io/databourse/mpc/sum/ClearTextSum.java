package io.databourse.mpc.sum;

import io.databourse.mpc.ClearTextPsi;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The clear-text twin of the tasks that sum, without rounding of results.
public final class ClearTextSum {
    private ClearTextSum() {}

    public static Expectation of(TckCase job) {
        var matches = ClearTextPsi.matches(job);
        if (ClearTextPsi.isTooSmall(matches, job)) {
            return Expectation.refused(Outcome.Reason.RESULT_BELOW_MINIMUM);
        }
        int decimals = (int) job.parameters().whole("decimals").orElse(2);
        var theirs = ClearTextPsi.player(job, false).input().orElseThrow();
        List<@Nullable Object> result = new ArrayList<>();
        result.add((long) matches.size());
        for (var column : theirs.columns(ColumnUse.RESULT)) {
            var sum = BigDecimal.ZERO.setScale(decimals);
            for (var row : theirs.rows()) {
                var value = row.get(theirs.index(column));
                if (value != null
                        && ClearTextPsi.key(job.parameters(), theirs, row)
                                .filter(matches::contains)
                                .isPresent()) {
                    sum =
                            sum.add(
                                    new BigDecimal(value.toString())
                                            .setScale(decimals, RoundingMode.HALF_EVEN));
                }
            }
            result.add(sum.toPlainString());
        }
        return ClearTextPsi.result(job, List.of(result));
    }
}
