package io.databourse.mpc.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.PsiCases;
import io.databourse.mpc.RichCases;
import io.databourse.mpc.TwoOwnersTck;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.testkit.Attempts;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.TckCase;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributedJoinTest implements TwoOwnersTck {
    private static final int LABEL_BYTES = 64;

    @Override
    public TckCase job(TckCase psi) {
        return RichCases.of(
                "psi-join-distributed", PsiCases.distributed(psi), "score", "customer_id", "miles");
    }

    @Override
    public Expectation clearText(TckCase job) {
        return ClearTextJoin.of(job);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, 1000",
        "16384, 16384, 5000",
        "3, 20000, 2",
        "300000, 1000, 500" // two buckets, with places that only pad them
    })
    void large_and_unequal_sets_give_the_twins_result(int mine, int theirs, int common) {
        checkSizes(mine, theirs, common);
    }

    @Test
    void all_own_rows_of_a_key_get_the_first_of_the_other_owners_rows() {
        var same = Collections.nCopies(500, "13800000000");
        check(job(same, same));
        assertThat(clearText(job(same, same)).tables().get("p1")).hasSize(500);
    }

    @ParameterizedTest
    @CsvSource({"80", "1024"})
    void labels_of_any_length_come_through(String bytes) {
        check(with("labelBytes", bytes));
    }

    @Test
    void a_record_that_is_longer_than_agreed_is_refused_before_anything_is_sent() {
        checkEnds(with("labelBytes", "16"), Expectation.refused(Outcome.Reason.INPUT_UNUSABLE));
    }

    @Test
    void labels_are_sent_for_all_keys_or_below_the_minimum_for_none() {
        int keys = usual().player("p2").input().orElseThrow().rows().size();
        long refused = sent(with(Parameters.MINIMUM_RESULT_SIZE, "41"));
        assertThat(sent(usual())).isGreaterThan(refused + (long) keys * LABEL_BYTES);
        assertThat(sent(with("labelBytes", "1024")) - sent(usual()))
                .isEqualTo((long) keys * (1024 - LABEL_BYTES));
        var unlike = PsiCases.keys(60, keys, 0);
        assertThat(sent(job(unlike.bank(), unlike.airline()))).isEqualTo(sent(usual()));
    }

    /// Bytes from the other owner.
    private long sent(TckCase job) {
        try (var attempts = new Attempts(plugin(), job)) {
            return Objects.requireNonNull(attempts.run().bytesSent().get("p2"));
        }
    }
}
