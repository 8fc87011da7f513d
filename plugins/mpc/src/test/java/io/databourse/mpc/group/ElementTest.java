package io.databourse.mpc.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementTest {
    /// RFC 9496 appendix A.1: the multiples of the generator from 0 to 15.
    private static final String[] MULTIPLES =
            """
            0000000000000000000000000000000000000000000000000000000000000000
            e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76
            6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919
            94741f5d5d52755ece4f23f044ee27d5d1ea1e2bd196b462166b16152a9d0259
            da80862773358b466ffadfe0b3293ab3d9fd53c5ea6c955358f568322daf6a57
            e882b131016b52c1d3337080187cf768423efccbb517bb495ab812c4160ff44e
            f64746d3c92b13050ed8d80236a7f0007c3b3f962f5ba793d19a601ebb1df403
            44f53520926ec81fbd5a387845beb7df85a96a24ece18738bdcfa6a7822a176d
            903293d8f2287ebe10e2374dc1a53e0bc887e592699f02d077d5263cdd55601c
            02622ace8f7303a31cafc63f8fc48fdc16e1c8c8d234b2f0d6685282a9076031
            20706fd788b2720a1ed2a5dad4952b01f413bcf0e7564de8cdc816689e2db95f
            bce83f8ba5dd2fa572864c24ba1810f9522bc6004afe95877ac73241cafdab42
            e4549ee16b9aa03099ca208c67adafcafa4c3f3e4e5303de6026e3ca8ff84460
            aa52e000df2e16f55fb1032fc33bc42742dad6bd5a8fc0be0167436c5948501f
            46376b80f409b29dc2b5f6f0c52591990896e5716f41477cd30085ab7f10301e
            e0c418f7c8d9c4cdd7395b93ea124f3ad99021bb681dfc3302a9d99a2e53e64e
            """
                    .split("\n");

    private final SecureRandom random = new SecureRandom();

    @Test
    void the_multiples_of_the_generator_are_those_of_rfc_9496() {
        var sum = Element.IDENTITY;
        for (int i = 0; i < MULTIPLES.length; i++) {
            var scalar = new byte[32];
            scalar[0] = (byte) i;
            assertThat(hex(Element.GENERATOR.times(scalar))).isEqualTo(MULTIPLES[i]);
            assertThat(hex(sum)).isEqualTo(MULTIPLES[i]);
            assertThat(Element.decode(bytes(MULTIPLES[i]))).contains(sum);
            sum = sum.plus(Element.GENERATOR);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = { // RFC 9496 appendix A.2
                "00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "3eb858e78f5a7254d8c9731174a94f76755fd3941c0ac93735c07ba14579630e",
                "a45fdc55c76448c049a1ab33f17023edfb2be3581e9c7aade8a6125215e04220",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void bytes_that_encode_no_element_are_refused(String hex) {
        assertThat(Element.decode(bytes(hex))).isEmpty();
    }

    @Test
    void the_order_of_the_generator_is_that_of_the_group() {
        var order =
                BigInteger.ONE
                        .shiftLeft(252)
                        .add(new BigInteger("27742317777372353535851937790883648493"));
        var scalar = new byte[32];
        for (int i = 0; i < 32; i++) {
            scalar[i] = order.shiftRight(8 * i).byteValue();
        }
        assertThat(Element.GENERATOR.times(scalar)).isEqualTo(Element.IDENTITY);
    }

    @Test
    void two_parties_come_to_share_an_element() {
        var a = Element.randomScalar(random);
        var b = Element.randomScalar(random);
        var shared = Element.GENERATOR.times(a).times(b);
        assertThat(new Element.Table(Element.GENERATOR.times(a)).times(b)).isEqualTo(shared);
        assertThat(Element.GENERATOR.times(b).times(a)).isEqualTo(shared);
        assertThat(shared.plus(Element.GENERATOR).minus(Element.GENERATOR)).isEqualTo(shared);
        assertThat(shared.minus(shared)).isEqualTo(Element.IDENTITY);
    }

    @Test
    void field_arithmetic_is_that_of_whole_numbers() {
        for (int i = 0; i < 200; i++) {
            var a = new BigInteger(255, random);
            var b = new BigInteger(255, random);
            assertThat(Field.of(a).times(Field.of(b)).number())
                    .isEqualTo(a.multiply(b).mod(Field.PRIME));
            assertThat(Field.of(a).minus(Field.of(b)).number())
                    .isEqualTo(a.subtract(b).mod(Field.PRIME));
            assertThat(Field.of(a).plus(Field.of(b)).squared().number())
                    .isEqualTo(a.add(b).pow(2).mod(Field.PRIME));
        }
    }

    private static String hex(Element element) {
        return HexFormat.of().formatHex(element.encode());
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
