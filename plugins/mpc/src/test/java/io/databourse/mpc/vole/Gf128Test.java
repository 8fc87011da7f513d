package io.databourse.mpc.vole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Gf128Test {
    private final SplittableRandom random = new SplittableRandom(2);

    /// The field of GCM is the same with its bits reversed: the first step of GHASH in test case 2
    /// of McGrew and Viega's *The Galois/Counter Mode of Operation*, and its last.
    @Test
    void the_products_of_ghash_come_out() {
        var h = ghash("66e94bd4ef8a2c3b884cfa59ca342b2e");
        assertThat(product(h, ghash("0388dace60b6a392f328c2b971b2fe78")))
                .isEqualTo(ghash("5e2ec746917062882c85b0685353deb7"));
        assertThat(product(h, ghash("5e2ec746917062882c85b0685353de37")))
                .isEqualTo(ghash("f38cbb1ad69223dcc3457ae5b6b0f885"));
    }

    @Test
    void multiplication_is_commutative_and_distributive_and_has_a_one() {
        for (int i = 0; i < 50; i++) {
            var a = element();
            var b = element();
            var c = element();
            assertThat(product(a, b)).isEqualTo(product(b, a));
            assertThat(product(a, product(b, c))).isEqualTo(product(product(a, b), c));
            assertThat(product(a, sum(b, c))).isEqualTo(sum(product(a, b), product(a, c)));
            assertThat(product(a, new long[] {1, 0})).isEqualTo(a);
        }
    }

    @Test
    void the_powers_of_x_are_what_one_multiplies_by() {
        var a = element();
        var powers = Gf128.powers(a[0], a[1]);
        for (int i = 0; i < 128; i++) {
            var x = new long[] {i < 64 ? 1L << i : 0, i < 64 ? 0 : 1L << i};
            assertThat(product(a, x)).isEqualTo(Arrays.copyOfRange(powers, 2 * i, 2 * i + 2));
        }
    }

    private long[] element() {
        return random.longs(2).toArray();
    }

    private static long[] sum(long[] a, long[] b) {
        return new long[] {a[0] ^ b[0], a[1] ^ b[1]};
    }

    private static long[] product(long[] a, long[] b) {
        var product = new long[2];
        new Gf128(a[0], a[1]).multiplyAdd(b, 0, product, 0, 1);
        return product;
    }

    /// The first bit of GCM's string is the coefficient of x^0.
    private static long[] ghash(String hex) {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new long[] {Long.reverse(bytes.getLong()), Long.reverse(bytes.getLong())};
    }
}
