package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretBytesTest {
    @Test
    void closing_zeroises_and_a_second_use_fails() {
        byte[] own = {1, 2, 3};
        SecretBytes secret = SecretBytes.owning(own);
        secret.close();

        assertThat(own).containsOnly(0);
        assertThat(secret.destroyed()).isTrue();
        assertThatThrownBy(secret::copy).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_text_shows_the_length_only() {
        try (SecretBytes secret = SecretBytes.copyOf(new byte[] {65, 66, 67})) {
            assertThat(secret).hasToString("SecretBytes[3 bytes]");
        }
    }

    @Test
    void two_random_secrets_differ() {
        try (SecretBytes one = SecretBytes.random(32);
                SecretBytes other = SecretBytes.random(32)) {
            assertThat(one).isNotEqualTo(other);
            assertThat(one).isEqualTo(SecretBytes.copyOf(one.copy()));
        }
    }
}
