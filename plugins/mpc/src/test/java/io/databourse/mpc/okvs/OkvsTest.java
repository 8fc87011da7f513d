package io.databourse.mpc.okvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkvsTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1000, 1 << 16})
    void every_key_gives_its_value(int count) {
        var shape = OkvsShape.of(count, 42);
        var keys = longs(count);
        var values = longs(count);
        var seed = seed();
        var vector = OkvsEncoder.encode(seed, shape, keys, values, count).orElseThrow();
        assertThat(vector).hasSize(2 * shape.size());
        assertThat(decode(seed, shape, vector, keys, count)).isEqualTo(values);
        assertThat(decode(seed, shape, longs(shape.size()), keys, count))
                .as("the values of a random vector")
                .satisfies(others ->
                        assertThat(others.length == 0 || others[0] != values[0]).isTrue());
    }

    @Test
    void a_store_with_room_for_more_keys_gives_the_same() {
        var shape = OkvsShape.of(5000, 42);
        var keys = longs(3);
        var values = longs(3);
        var seed = seed();
        var vector = OkvsEncoder.encode(seed, shape, keys, values, 3).orElseThrow();
        assertThat(decode(seed, shape, vector, keys, 3)).isEqualTo(values);
    }

    @Test
    void rows_that_cannot_be_peeled_are_solved_by_the_dense_columns() {
        // far below the phase transition nearly all rows stay in the core
        var shape = new OkvsShape(60, 40, 44);
        int solved = 0;
        for (int round = 0; round < 200; round++) {
            var keys = longs(60);
            var values = longs(60);
            var seed = seed();
            assertThat(OkvsEncoder.coreSize(seed, shape, keys, 60)).isGreaterThan(20);
            var vector = OkvsEncoder.encode(seed, shape, keys, values, 60);
            if (vector.isPresent()) {
                solved++;
                assertThat(decode(seed, shape, vector.get(), keys, 60)).isEqualTo(values);
            }
        }
        assertThat(solved).isGreaterThan(195);
    }

    @Test
    void the_sum_of_two_vectors_gives_the_sums_of_their_values() {
        var shape = OkvsShape.of(500, 40);
        var seed = seed();
        var keys = longs(500);
        var one = longs(shape.size());
        var other = longs(shape.size());
        var sum = new long[one.length];
        Arrays.setAll(sum, i -> one[i] ^ other[i]);
        var first = decode(seed, shape, one, keys, 500);
        var second = decode(seed, shape, other, keys, 500);
        Arrays.setAll(first, i -> first[i] ^ second[i]);
        assertThat(decode(seed, shape, sum, keys, 500)).isEqualTo(first);
    }

    @Test
    void the_published_expansions_come_out() {
        // ePrint 2022/320 §6: about 1.23 at 2^20 without clustering, with λ = 40
        var large = OkvsShape.of(1 << 20, 40);
        assertThat(large.sparse() / (double) (1 << 20)).isBetween(1.223, 1.235);
        assertThat(large.dense()).isEqualTo(40 + 1);
        assertThat(OkvsShape.of(1 << 14, 40).sparse() / (double) (1 << 14)).isBetween(1.26, 1.29);
    }

    private long[] longs(int blocks) {
        return random.longs(2L * blocks).toArray();
    }

    private byte[] seed() {
        var seed = new byte[16];
        random.nextBytes(seed);
        return seed;
    }

    private static long[] decode(
            byte[] seed, OkvsShape shape, long[] vector, long[] keys, int count) {
        var values = new long[2 * count];
        new OkvsDecoder(seed, shape, vector).decode(keys, count, values);
        return values;
    }
}
