package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
    private static final Instant NOW = Instant.parse("2022-02-22T19:22:22Z");

    @Test
    void has_time_version_and_variant_in_their_places() {
        UUID id = fixed().next();

        // The millisecond of RFC 9562 appendix A.6.
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(0x017F22E279B0L);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void grows_even_when_the_clock_stands_still() {
        Uuid7 generator = fixed();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(generator.next().toString());
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_id_is_a_prefix_and_32_hex_digits() {
        assertThat(Ids.next("prd_")).matches("prd_[0-9a-f]{12}7[0-9a-f]{19}");
        assertThat(Ids.next("x_")).isLessThan(Ids.next("x_"));
    }

    private static Uuid7 fixed() {
        return new Uuid7(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    }
}
