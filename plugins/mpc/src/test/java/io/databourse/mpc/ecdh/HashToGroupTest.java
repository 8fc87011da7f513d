package io.databourse.mpc.ecdh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.group.Element;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashToGroupTest {

    @ParameterizedTest
    @CsvSource({ // RFC 9380 appendix K.3
        "'', 6b9a7312411d92f921c6f68ca0b6380730a1a4d982c507211a90964c394179ba",
        "abc, 0da749f12fbe5483eb066a5f595055679b976e93abe9be6f0f6318bce7aca8dc",
        "abcdef0123456789, 087e45a86e2939ee8b91100af1583c4938e0f5fc6c9db4b107b83346bc967f58"
    })
    void expanded_messages_are_those_of_rfc_9380(String message, String expanded) {
        var hash = new HashToGroup("QUUX-V01-CS02-with-expander-SHA512-256");
        assertThat(hex(hash.expand(message.getBytes(UTF_8), 32))).isEqualTo(expanded);
    }

    @Test
    void a_message_of_more_than_a_block_expands_as_in_rfc_9380() {
        var hash = new HashToGroup("QUUX-V01-CS02-with-expander-SHA512-256");
        assertThat(hex(hash.expand(("q128_" + "q".repeat(128)).getBytes(UTF_8), 32)))
                .isEqualTo("7336234ee9983902440f6bc35b348352013becd88938d2afec44311caf8356b3");
    }

    @ParameterizedTest
    @CsvSource({ // RFC 9497 appendix A.1.1, ristretto255-SHA512, mode OPRF
        "00, 64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706,"
                + " 609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c,"
                + " 7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e",
        "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a,"
                + " 64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706,"
                + " da27ef466870f5f15296299850aa088629945a17d1f5b7f5ff043f76b3c06418,"
                + " b4cbf5a4f1eeda5a63ce7b77c7d23f461db3fcab0dd28e4e17cecb5c90d02c25"
    })
    void elements_and_their_multiples_are_those_of_rfc_9497(
            String input, String blind, String blinded, String evaluated) {
        var hash = new HashToGroup("HashToGroup-OPRFV1-\0-ristretto255-SHA512");
        var element = hash.element(HexFormat.of().parseHex(input)).times(bytes(blind));
        assertThat(hex(element.encode())).isEqualTo(blinded);
        var key = "5ebcea5ee37023ccb9fc2d2019f9d7737be85591ae8652ffa9ef0f4d37063b0e";
        assertThat(hex(Element.decode(bytes(blinded)).orElseThrow().times(bytes(key)).encode()))
                .isEqualTo(evaluated);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
