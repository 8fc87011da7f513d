package io.databourse.mpc.vole;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.aes.BulkAes;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpandConvoluteCodeTest {
    private static final byte[] SEED = new byte[16];

    private final SplittableRandom random = new SplittableRandom(7);

    /// The same code written down bit by bit, without groups and tables.
    @ParameterizedTest
    @ValueSource(ints = {64, 4096, 8192 + 64})
    void it_is_the_code_as_it_is_defined(int length) {
        var noise = random.longs(4L * length).toArray();
        var expected = plain(noise.clone(), length);
        new ExpandConvoluteCode(SEED, length).encode(noise);
        assertThat(Arrays.copyOf(noise, 2 * length)).isEqualTo(expected);
    }

    @Test
    void it_is_linear() {
        int length = 1024;
        var code = new ExpandConvoluteCode(SEED, length);
        var one = random.longs(4L * length).toArray();
        var other = random.longs(4L * length).toArray();
        var sum = new long[one.length];
        Arrays.setAll(sum, i -> one[i] ^ other[i]);
        code.encode(one);
        code.encode(other);
        code.encode(sum);
        for (int i = 0; i < 2 * length; i++) {
            assertThat(sum[i]).isEqualTo(one[i] ^ other[i]);
        }
    }

    @Test
    void one_position_of_noise_in_the_second_half_reaches_half_of_the_bits() {
        int length = 1 << 16;
        for (int position : new int[] {length, length + 1000, 2 * length - 1}) {
            var noise = new long[4 * length];
            noise[2 * position] = 1;
            new ExpandConvoluteCode(SEED, length).encode(noise);
            long reached = Arrays.stream(noise, 0, 2 * length).filter(word -> word != 0).count();
            assertThat(reached / (double) length).as("from %d", position).isBetween(0.48, 0.52);
        }
    }

    private static long[] plain(long[] noise, int length) {
        var aes = new BulkAes(SEED);
        var second = Arrays.copyOfRange(noise, 2 * length, 4 * length);
        for (long domain : new long[] {0x636f6e7631L, 0x636f6e7632L}) {
            var bits = new long[2 * length];
            aes.stream(domain, 0, bits, 0, length / 4);
            for (int j = 0; j < length; j++) {
                int word = (int) (bits[j / 2] >>> (32 * (j % 2)));
                for (int distance = 1; distance <= 24 && distance <= j; distance++) {
                    if (coefficient(word, j % 4, distance)) {
                        add(second, j, second, j - distance);
                    }
                }
                if (j >= 25) {
                    add(second, j, second, j - 25);
                }
            }
            aes.stream(domain, -1L << 32, bits, 0, 25);
            for (int j = 0; j < 25; j++) {
                for (int distance = j + 1; distance <= 25; distance++) {
                    if (distance == 25 || (bits[2 * j] >>> distance & 1) != 0) {
                        add(second, j, second, length + j - distance);
                    }
                }
            }
        }
        var first = Arrays.copyOf(noise, 2 * length);
        var words = new long[4 * length];
        aes.stream(0x657870L, 0, words, 0, 2 * length);
        for (int i = 0; i < length; i++) {
            for (int k = 0; k < 7; k++) {
                long word = (words[4 * i + k / 2] >>> (32 * (k % 2))) & 0xffffffffL;
                int bound = k < 4 ? length / 4 : length;
                int start = k < 4 ? k * (length / 4) : 0;
                add(first, i, second, start + (int) ((word * bound) >>> 32));
            }
        }
        return first;
    }

    /// Bits 0 to 19 are the five groups of four before, nearest first, each from its first
    /// position; bits 20 to 23 are the sixth from its position of this remainder on, and below it
    /// the position's own group.
    private static boolean coefficient(int word, int place, int distance) {
        int source = place - distance;
        if (source >= 0) {
            return ((word >>> (20 + source)) & 1) != 0;
        }
        int group = (-source + 3) / 4;
        int within = source + 4 * group;
        return ((word >>> ((group <= 5 ? 4 * (group - 1) : 20) + within)) & 1) != 0;
    }

    private static void add(long[] to, int i, long[] from, int j) {
        to[2 * i] ^= from[2 * j];
        to[2 * i + 1] ^= from[2 * j + 1];
    }
}
