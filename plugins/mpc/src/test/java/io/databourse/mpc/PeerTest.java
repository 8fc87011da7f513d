package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.plugin.Channel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerTest {
    private static final byte KIND = 42;

    private final List<byte[]> wire = new ArrayList<>();
    private final Peer peer = new Peer("p2", new Wire());

    PeerTest() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            peer.send(Peer.message(KIND, Long.BYTES).putLong(1000 + i));
        }
    }

    @Test
    void messages_arrive_as_they_were_sent() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(peer.receive(KIND, Long.BYTES).getLong()).isEqualTo(1000 + i);
        }
        assertFails("its end before it was done");
    }

    @Test
    void a_message_with_any_bit_changed_is_refused() {
        var whole = wire.getFirst();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            var damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            wire.set(0, damaged);
            var fresh = new Peer("p2", new Wire());
            assertThatThrownBy(() -> fresh.receive(KIND)).isInstanceOf(WrongMessageException.class);
            wire.addFirst(damaged); // it was taken
        }
    }

    @Test
    void a_message_cut_at_any_place_is_refused() {
        var whole = wire.getFirst();
        for (int length = 0; length < whole.length; length++) {
            wire.set(0, Arrays.copyOf(whole, length));
            var fresh = new Peer("p2", new Wire());
            assertThatThrownBy(() -> fresh.receive(KIND)).isInstanceOf(WrongMessageException.class);
            wire.addFirst(whole);
        }
    }

    @Test
    void messages_that_changed_places_are_refused() {
        wire.addFirst(wire.remove(1));
        assertFails("a message out of order");
    }

    @Test
    void a_message_that_comes_twice_is_refused() throws InterruptedException {
        wire.addFirst(wire.getFirst());
        peer.receive(KIND);
        assertFails("a message out of order");
    }

    @Test
    void a_message_after_a_missing_one_is_refused() {
        wire.removeFirst();
        assertFails("a message out of order");
    }

    @Test
    void a_message_of_another_kind_is_refused() {
        assertThatThrownBy(() -> peer.receive((byte) 41))
                .isInstanceOf(WrongMessageException.class)
                .hasMessageContaining("another kind");
    }

    private void assertFails(String sent) {
        assertThatThrownBy(() -> peer.receive(KIND))
                .isInstanceOf(WrongMessageException.class)
                .hasMessage("party p2 sent " + sent);
    }

    /// What is sent comes back.
    private final class Wire implements Channel {
        @Override
        public void send(ByteBuffer message) {
            var bytes = new byte[message.remaining()];
            message.get(bytes);
            wire.add(bytes);
        }

        @Override
        public Optional<ByteBuffer> receive() {
            return wire.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ByteBuffer.wrap(wire.removeFirst()).asReadOnlyBuffer());
        }

        @Override
        public void closeSending() {}

        @Override
        public long bytesSent() {
            return 0;
        }

        @Override
        public long bytesReceived() {
            return 0;
        }
    }
}
