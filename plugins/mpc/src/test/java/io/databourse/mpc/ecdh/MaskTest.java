package io.databourse.mpc.ecdh;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.group.Element;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskTest {
    private final Mask one = new Mask(new SecureRandom());
    private final Mask other = new Mask(new SecureRandom());

    @Test
    void two_masks_come_to_the_same_in_either_order() {
        var tags = new byte[16 * 10];
        new Random(1).nextBytes(tags);
        var once = one.ofTags(tags);
        assertThat(once).hasSize(32 * 10).isNotEqualTo(other.ofTags(tags));
        assertThat(other.ofMasked(ByteBuffer.wrap(once)).orElseThrow())
                .hasSize(16 * 10)
                .isEqualTo(one.ofMasked(ByteBuffer.wrap(other.ofTags(tags))).orElseThrow());
    }

    @Test
    void what_is_no_element_and_the_identity_are_refused_wherever_they_stand() {
        var masked = one.ofTags(new byte[16 * 4]);
        for (int at = 0; at < 4; at++) {
            var wrong = masked.clone();
            wrong[at * Element.BYTES] |= 1; // negative
            assertThat(other.ofMasked(ByteBuffer.wrap(wrong))).isEmpty();
            var identity = masked.clone();
            System.arraycopy(
                    new byte[Element.BYTES], 0, identity, at * Element.BYTES, Element.BYTES);
            assertThat(other.ofMasked(ByteBuffer.wrap(identity))).isEmpty();
        }
    }

    @Test
    void a_table_of_final_values_holds_what_was_added_and_no_more() {
        var random = new Random(2);
        var tags = new FinalTags(1000);
        var values = new byte[16 * 1000];
        random.nextBytes(values);
        for (int i = 0; i < 500; i++) {
            values[16 * i + 7] = 0; // many at one slot
        }
        tags.addAll(values);
        var all = ByteBuffer.wrap(values);
        while (all.hasRemaining()) {
            long high = all.getLong();
            long low = all.getLong();
            assertThat(tags.contains(high, low)).isTrue();
            assertThat(tags.contains(high, low + 1)).isFalse();
            assertThat(tags.contains(high + 1, low)).isFalse();
        }
        assertThat(new FinalTags(0).contains(1, 2)).isFalse();
    }
}
