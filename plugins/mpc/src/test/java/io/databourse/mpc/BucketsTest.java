package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketsTest {
    @Test
    void small_sets_are_one_bucket_without_padding() {
        assertThat(Buckets.of(1000, 7)).isEqualTo(new Buckets(1, 1000, 7, 7));
        assertThat(Buckets.of(0, 0).count()).isEqualTo(1);
    }

    @Test
    void large_sets_are_cut_and_padded_by_little() {
        var buckets = Buckets.of(100_000_000, 50_000_000);
        assertThat(buckets.count()).isEqualTo(382);
        assertThat(buckets.receiverCapacity() / (100_000_000.0 / 382)).isBetween(1.01, 1.03);
        assertThat(buckets.lambda()).isEqualTo(49);
        assertThat(buckets.tagBytes()).isEqualTo(11);
        assertThat(buckets.store().dense()).isLessThanOrEqualTo(64);
    }

    @Test
    void a_small_set_against_a_large_one_takes_fewer_buckets_than_the_other_way_round() {
        var small = Buckets.of(1000, 10_000_000);
        assertThat(small.count()).isEqualTo(20);
        assertThat(small.otherCapacity()).isLessThanOrEqualTo(TagSorter.CAPACITY);
        assertThat(Buckets.of(10_000_000, 1000).count()).isEqualTo(39);
    }

    @Test
    void every_tag_has_a_bucket_and_buckets_ascend_with_the_tags() {
        var buckets = Buckets.of(1 << 20, 1);
        assertThat(buckets.of(0)).isZero();
        assertThat(buckets.of(-1L)).isEqualTo(buckets.count() - 1);
        assertThat(buckets.of(Long.MAX_VALUE)).isEqualTo(buckets.count() / 2 - 1);
        assertThat(buckets.of(Long.MIN_VALUE)).isEqualTo(buckets.count() / 2);
    }

    /// The exact tail of the binomial distribution, summed from its logarithms.
    @Test
    void a_capacity_is_exceeded_with_at_most_the_stated_probability() {
        for (int count : new int[] {2, 16, 400}) {
            long size = 1000L * count;
            int capacity = Buckets.capacity(size, count);
            double tail = count * tail(size, 1.0 / count, capacity + 1);
            assertThat(tail).as("%d buckets", count).isLessThanOrEqualTo(Math.pow(2, -41));
            assertThat(count * tail(size, 1.0 / count, capacity * 9 / 10))
                    .as("a capacity that is a tenth smaller")
                    .isGreaterThan(Math.pow(2, -41));
        }
    }

    @Test
    void random_tags_stay_far_below_the_capacity() {
        var random = new SplittableRandom(9);
        var buckets = Buckets.of(1 << 20, 1 << 20);
        var load = new int[buckets.count()];
        for (int i = 0; i < 1 << 20; i++) {
            load[buckets.of(random.nextLong())]++;
        }
        assertThat(Arrays.stream(load).max().orElseThrow()).isLessThan(buckets.receiverCapacity());
    }

    private static double tail(long size, double p, long from) {
        double log = 0;
        for (long i = 0; i < from; i++) {
            log += Math.log((double) (size - i) / (i + 1)) + Math.log(p) - Math.log(1 - p);
        }
        double term = Math.exp(log + size * Math.log(1 - p));
        double sum = 0;
        for (long i = from; i <= size && term > 0; i++) {
            sum += term;
            term *= (double) (size - i) / (i + 1) * p / (1 - p);
        }
        return sum;
    }
}
