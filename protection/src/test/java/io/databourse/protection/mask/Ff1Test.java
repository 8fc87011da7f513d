package io.databourse.protection.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The decimal samples of NIST's FF1samples.pdf, beside SP 800-38G.
class Ff1Test {
    private static final String KEY =
            "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94";

    @ParameterizedTest
    @CsvSource({
        "16, '', 2433477484",
        "16, 9876543210, 6124200773",
        "24, '', 2830668132",
        "24, 9876543210, 2496655549",
        "32, '', 6657667009",
        "32, 9876543210, 1001623463"
    })
    void the_engine_gives_the_published_answers(int length, String tweak, String expected) {
        FPEFF1Engine engine = new FPEFF1Engine();
        byte[] key = HexFormat.of().parseHex(KEY.substring(0, 2 * length));
        engine.init(
                true,
                new FPEParameters(
                        new KeyParameter(key), 10, tweak.getBytes(StandardCharsets.US_ASCII)));
        byte[] digits = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        engine.processBlock(digits, 0, digits.length, digits, 0);
        StringBuilder text = new StringBuilder();
        for (byte digit : digits) {
            text.append(digit);
        }
        assertThat(text).hasToString(expected);
    }
}
