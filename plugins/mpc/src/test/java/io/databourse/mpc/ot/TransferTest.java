package io.databourse.mpc.ot;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.group.Element;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TransferTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void the_receiver_has_the_key_that_it_chose_and_not_the_other() {
        var choices = choices(128);
        var sender = new BaseTransfer.Sender(random);
        var chosen = BaseTransfer.choose(sender.first(), choices, random).orElseThrow();
        var keys = sender.keys(ByteBuffer.wrap(chosen.answer())).orElseThrow();
        var all = new HashSet<ByteBuffer>();
        for (int i = 0; i < 128; i++) {
            int choice = choices[i] ? 1 : 0;
            assertThat(chosen.keys()[i]).isEqualTo(keys[i][choice]);
            all.add(ByteBuffer.wrap(keys[i][0]));
            all.add(ByteBuffer.wrap(keys[i][1]));
        }
        assertThat(all).as("different keys").hasSize(256);
    }

    @Test
    void what_is_no_element_of_the_group_is_refused() {
        var wrong = new byte[Element.BYTES];
        wrong[0] = 1;
        assertThat(BaseTransfer.choose(wrong, choices(1), random)).isEmpty();
        assertThat(BaseTransfer.choose(new byte[Element.BYTES], choices(1), random))
                .as("the neutral element")
                .isEmpty();
        assertThat(new BaseTransfer.Sender(random).keys(ByteBuffer.wrap(wrong))).isEmpty();
    }

    @Test
    void an_extension_transfers_what_was_chosen_in_every_batch() {
        var base = choices(TransferExtension.BASE);
        var chooser = new BaseTransfer.Sender(random);
        var chosen = BaseTransfer.choose(chooser.first(), base, random).orElseThrow();
        var both = chooser.keys(ByteBuffer.wrap(chosen.answer())).orElseThrow();
        var hash = new BulkAes(new byte[16]);
        var receiver = new TransferExtension.Receiver(both, hash);
        var sender = new TransferExtension.Sender(base, chosen.keys(), hash);
        var seen = new HashSet<Long>();
        for (int batch = 0; batch < 3; batch++) {
            var choices = choices(1280);
            var message = ByteBuffer.allocate(TransferExtension.messageBytes(1280));
            var got = receiver.choose(choices, batch, message);
            assertThat(message.hasRemaining()).isFalse();
            var keys = sender.keys(1280, batch, message.flip());
            for (int i = 0; i < 1280; i++) {
                int choice = choices[i] ? 1 : 0;
                assertThat(key(got, i)).isEqualTo(key(keys[choice], i));
                assertThat(key(got, i)).isNotEqualTo(key(keys[1 - choice], i));
                seen.add(keys[0][2 * i]);
                seen.add(keys[1][2 * i]);
            }
        }
        assertThat(seen).as("different keys").hasSize(3 * 2 * 1280);
    }

    private static long[] key(long[] keys, int at) {
        return Arrays.copyOfRange(keys, 2 * at, 2 * at + 2);
    }

    private boolean[] choices(int count) {
        var choices = new boolean[count];
        for (int i = 0; i < count; i++) {
            choices[i] = random.nextBoolean();
        }
        return choices;
    }
}
