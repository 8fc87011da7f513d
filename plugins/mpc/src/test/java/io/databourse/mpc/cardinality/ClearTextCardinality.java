package io.databourse.mpc.cardinality;

import io.databourse.mpc.ClearTextPsi;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.List;

/// The clear-text twin of the tasks that count.
public final class ClearTextCardinality {
    private ClearTextCardinality() {}

    public static Expectation of(TckCase job) {
        var matches = ClearTextPsi.matches(job);
        return ClearTextPsi.isTooSmall(matches, job)
                ? Expectation.refused(Outcome.Reason.RESULT_BELOW_MINIMUM)
                : ClearTextPsi.result(job, List.of(List.of((long) matches.size())));
    }
}
