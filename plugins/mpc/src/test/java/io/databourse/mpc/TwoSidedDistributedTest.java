package io.databourse.mpc;

import io.databourse.plugin.testkit.TckCase;
import org.junit.jupiter.api.Test;

/// An intersection for both owners, between the owners alone.
class TwoSidedDistributedTest implements TwoSidedTck {
    @Override
    public TckCase job(TckCase psi) {
        return PsiCases.distributed(TwoSidedTck.both(psi));
    }

    @Test
    void several_buckets_give_the_twins_results() {
        checkSizes(300_000, 290_000, 1000);
    }
}
