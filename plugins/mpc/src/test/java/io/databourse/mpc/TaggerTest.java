package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TaggerTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

    @Test
    void a_tag_is_the_beginning_of_the_hmac_that_the_jdk_makes() throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        try (var tagger = new Tagger(new JobKey(KEY.clone()), "job")) {
            for (int length = 0; length < 300; length++) {
                var message = new byte[length];
                Arrays.fill(message, (byte) length);
                tagger.tag(message, length);
                var expected = ByteBuffer.wrap(mac.doFinal(message));
                assertThat(tagger.high()).isEqualTo(expected.getLong());
                assertThat(tagger.low()).isEqualTo(expected.getLong());
            }
        }
    }

    @Test
    void jobs_have_different_domains() {
        try (var one = new Tagger(new JobKey(KEY.clone()), "job-1");
                var two = new Tagger(new JobKey(KEY.clone()), "job-2")) {
            assertThat(one.domain()).hasSize(Tagger.DOMAIN_BYTES).isNotEqualTo(two.domain());
        }
    }

    @Test
    void a_closed_key_is_overwritten_and_never_printed() {
        var bytes = KEY.clone();
        var key = new JobKey(bytes);
        key.close();
        assertThat(bytes).containsOnly(0);
        assertThat(key).hasToString("JobKey[hidden]");
    }

    @Test
    void a_plain_tag_is_the_beginning_of_the_hash_that_the_jdk_makes()
            throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var tagger = new PlainTagger(new byte[16], "job");
                var other = new PlainTagger(new byte[16], "job2")) {
            assertThat(tagger.domain()).hasSize(16).isNotEqualTo(other.domain());
            for (int length = 0; length < 300; length++) {
                var message = new byte[length];
                tagger.tag(message, length);
                var expected = ByteBuffer.wrap(digest.digest(message));
                assertThat(tagger.high()).isEqualTo(expected.getLong());
                assertThat(tagger.low()).isEqualTo(expected.getLong());
            }
        }
    }
}
