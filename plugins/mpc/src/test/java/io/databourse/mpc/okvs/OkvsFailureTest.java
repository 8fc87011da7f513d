package io.databourse.mpc.okvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Measures how often encoding fails. The protocol's parameters fail once in 2^40 and more, which
/// nobody can measure, so the same formulas are tried with a small λ: the gap exceeds its bound
/// with a probability of at most 2^-λ, and the dense columns then lack rank with at most 2^-λ.
///
/// A million instances take some minutes: `-Dokvs.instances=1000000`.
class OkvsFailureTest {
    private static final int INSTANCES = Integer.getInteger("okvs.instances", 10_000);
    private static final int ITEMS = 64;

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void encoding_fails_no_more_often_than_its_bound() {
        for (int lambda : new int[] {5, 7, 9}) {
            double bound = 2 * Math.pow(2, -lambda) * INSTANCES;
            assertThat(failures(OkvsShape.of(ITEMS, lambda)))
                    .as("failures of %d with λ = %d", INSTANCES, lambda)
                    .isLessThan((int) (bound + 5 * Math.sqrt(bound)));
        }
    }

    @Test
    void without_dense_columns_it_does_fail() {
        var shape = OkvsShape.of(ITEMS, 9);
        assertThat(failures(new OkvsShape(ITEMS, shape.sparse(), 0)))
                .isGreaterThan(INSTANCES / 500);
    }

    @Test
    void with_the_protocols_parameters_it_never_failed() {
        assertThat(failures(OkvsShape.of(ITEMS, 40))).isZero();
    }

    private int failures(OkvsShape shape) {
        int failures = 0;
        var seed = new byte[16];
        for (int i = 0; i < INSTANCES; i++) {
            random.nextBytes(seed);
            var keys = random.longs(2L * ITEMS).toArray();
            if (OkvsEncoder.encode(seed, shape, keys, keys, ITEMS).isEmpty()) {
                failures++;
            }
        }
        return failures;
    }
}
