package io.databourse.mpc.ecdh;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.PlainTagger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of a run with fixed secrets, which were computed by an independent program from the
/// protocol's page. Other implementations can compare themselves with them.
class EcdhVectorTest {
    private static final String JOB = "00000000-0000-0000-0000-000000000001";
    private static final String RECEIVER =
            "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f01";
    private static final String OTHER =
            "2122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f02";

    @ParameterizedTest
    @CsvSource({
        // one column, 13800000000
        "0000000b3133383030303030303030, 979ea32f73b10b7d0bdf7dac2a9d1952,"
                + " 6452a7aaa5a23b3392562d55948a4a54e1f2a91af6733c1b5ea764cc3a801833,"
                + " 46b6744878b460757418996cee892185464960ac0b59551b695f8e32646dbb49,"
                + " 194fc00bfc593dadf9d1db6d381a6411",
        // two columns, 张三 and 13800000000
        "00000006e5bca0e4b8890000000b3133383030303030303030, 2d544bda5e0b409adffb07444f035f57,"
                + " 2416fa96a0ce9df0c14348d23e8014f13f86e2ef2a6c8fa68bb368b5b6ea3952,"
                + " 626d98b093a3bdd9088126aa537ce7b6352ea1ae4a7b7dcea9291a3575882801,"
                + " 792d6512daa3a454ee5d0c4206116393",
    })
    void each_step_gives_what_the_page_says(
            String key, String tag, String fromReceiver, String fromOther, String last) {
        assertThat(hex(tag(bytes(key)))).isEqualTo(tag);
        try (var receiver = new Mask(bytes(RECEIVER));
                var other = new Mask(bytes(OTHER))) {
            assertThat(hex(receiver.ofTags(bytes(tag)))).isEqualTo(fromReceiver);
            assertThat(hex(other.ofTags(bytes(tag)))).isEqualTo(fromOther);
            assertThat(hex(receiver.ofMasked(ByteBuffer.wrap(bytes(fromOther))).orElseThrow()))
                    .isEqualTo(last);
            assertThat(hex(other.ofMasked(ByteBuffer.wrap(bytes(fromReceiver))).orElseThrow()))
                    .isEqualTo(last);
        }
    }

    private static byte[] tag(byte[] key) {
        try (var tagger = new PlainTagger("psi-ecdh", JOB)) {
            var domain = tagger.domain();
            var input = ByteBuffer.allocate(domain.length + key.length).put(domain).put(key);
            tagger.tag(input.array(), input.capacity());
            return ByteBuffer.allocate(16).putLong(tagger.high()).putLong(tagger.low()).array();
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
