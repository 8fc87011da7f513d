package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    private static final String SHA_OF_ABC =
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void bytes_parts_streams_and_files_have_one_digest(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Digest.sha256("abc")).hasToString(SHA_OF_ABC);
        assertThat(Digest.sha256(new byte[] {'a'}, new byte[] {'b', 'c'})).hasToString(SHA_OF_ABC);
        assertThat(Digest.sha256(new ByteArrayInputStream(new byte[] {'a', 'b', 'c'})))
                .hasToString(SHA_OF_ABC);
        assertThat(Digest.sha256(file)).hasToString(SHA_OF_ABC);
        assertThat(Digest.sm3(file)).isEqualTo(Digest.sm3("abc"));
    }

    @Test
    void the_text_form_reads_back() {
        assertThat(Digest.parse(SHA_OF_ABC)).isEqualTo(Digest.sha256("abc"));
        assertThat(Digest.parse(Digest.sm3("abc").toString())).isEqualTo(Digest.sm3("abc"));
    }

    @Test
    void equal_bytes_of_two_algorithms_are_two_digests() {
        byte[] bytes = Digest.sm3("abc").bytes();

        assertThat(Digest.of(DigestAlgorithm.SHA_256, bytes)).isNotEqualTo(Digest.sm3("abc"));
    }

    @Test
    void what_is_no_digest_is_refused() {
        for (String text : new String[] {"", "abc", "md5:00", "sm3:", "sm3:zz", "sm3:00"}) {
            assertThatThrownBy(() -> Digest.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_digest_cannot_be_changed_through_its_bytes() {
        Digest digest = Digest.sm3("abc");
        digest.bytes()[0] ^= 1;

        assertThat(digest).isEqualTo(Digest.sm3("abc"));
    }
}
