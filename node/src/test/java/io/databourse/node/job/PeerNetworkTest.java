package io.databourse.node.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.node.NodeFailure;
import io.databourse.node.bench.LocalKeys;
import io.databourse.node.child.FrameKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerNetworkTest {
    @TempDir Path folder;

    @Test
    void two_nodes_that_the_contract_names_get_a_channel_and_its_bytes_are_counted()
            throws Exception {
        var keys = new LocalKeys();
        try (var one = new LocalNode(keys, folder.resolve("one"));
                var two = new LocalNode(keys, folder.resolve("two"))) {
            var until = Instant.now().plusSeconds(120);
            var dialled = one.network.connect(pairing("p1", "p2", two), until);
            // The called node learns of the job a little later; the caller tries again.
            var called = two.network.connect(pairing("p2", "p1", one), until);
            try (var from = dialled.get(120, TimeUnit.SECONDS);
                    var to = called.get(120, TimeUnit.SECONDS)) {
                from.write(FrameKind.DATA, ByteBuffer.wrap(new byte[100_000]));
                from.finishSending();
                assertThat(to.read().orElseThrow().payload().remaining()).isEqualTo(100_000);
                assertThat(to.read()).isEmpty();
                assertThat(from.bytesSent()).isEqualTo(100_005).isEqualTo(to.bytesReceived());
            }
        }
    }

    @Test
    void a_peer_that_gives_no_sign_of_life_is_told_before_it_is_taken_for_lost() throws Exception {
        var keys = new LocalKeys();
        try (var one = new LocalNode(keys, folder.resolve("one"), Duration.ofHours(1));
                var two = new LocalNode(keys, folder.resolve("two"), Duration.ofSeconds(1))) {
            var until = Instant.now().plusSeconds(120);
            var mute = one.network.connect(pairing("p1", "p2", two), until);
            var waiting = two.network.connect(pairing("p2", "p1", one), until);
            try (var _ = mute.get(120, TimeUnit.SECONDS);
                    var link = waiting.get(120, TimeUnit.SECONDS)) {
                assertThat(link.silence()).isZero();
                var said = new ArrayList<RunProgress>();
                var teller =
                        new ProgressTeller(
                                said::add,
                                () -> Map.of("p1", link),
                                () -> new RunOutcome.Traffic(7, 9, 0),
                                Duration.ofHours(1));
                teller.look();
                assertThat(said).isEmpty();

                Thread.ofVirtual()
                        .start(() ->
                                assertThatThrownBy(link::read).isInstanceOf(IOException.class));
                while (said.isEmpty() && Instant.now().isBefore(until)) {
                    teller.look();
                    Thread.sleep(10);
                }
                assertThat(said).isNotEmpty();
                assertThat(said.getFirst().made().phase()).isEqualTo("silent:p1");
                assertThat(said.getFirst().made().done()).isBetween(2L, 3L);
                assertThat(said.getFirst().made().total()).isEqualTo(4);
                assertThat(said.getFirst().sent()).isEqualTo(7);
                assertThat(said.getFirst().received()).isEqualTo(9);
            }
        }
    }

    @Test
    @Tag("B08")
    void a_node_with_a_good_certificate_that_the_contract_does_not_name_is_refused()
            throws Exception {
        var keys = new LocalKeys();
        try (var one = new LocalNode(keys, folder.resolve("one"));
                var two = new LocalNode(keys, folder.resolve("two"));
                var third = new LocalNode(keys, folder.resolve("third"))) {
            var until = Instant.now().plusSeconds(120);
            var _ = two.network.connect(pairing("p2", "p1", one), until);
            var link = third.network.connect(pairing("p1", "p2", two), until);
            assertThatThrownBy(link::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            NodeFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("PEER_MISMATCH"));
        }
    }

    @Test
    void the_caller_refuses_a_node_that_the_contract_does_not_name() throws Exception {
        var keys = new LocalKeys();
        try (var one = new LocalNode(keys, folder.resolve("one"));
                var two = new LocalNode(keys, folder.resolve("two"))) {
            var wrong = new Pairing("job", 1, "p1", "p2", two.endpoint(), one.fingerprint);
            var link = one.network.connect(wrong, Instant.now().plusSeconds(120));
            assertThatThrownBy(link::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            NodeFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("PEER_MISMATCH"));
        }
    }

    @Test
    @Tag("B08")
    void a_certificate_of_another_authority_opens_nothing() throws Exception {
        try (var one = new LocalNode(new LocalKeys(), folder.resolve("one"));
                var two = new LocalNode(new LocalKeys(), folder.resolve("two"))) {
            var link = one.network.connect(pairing("p1", "p2", two), Instant.now().plusSeconds(2));
            assertThatThrownBy(link::join)
                    .cause()
                    .isInstanceOfSatisfying(
                            NodeFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("COUNTERPARTY_LOST"));
        }
    }

    private static Pairing pairing(String self, String peer, LocalNode other) {
        return new Pairing("job", 1, self, peer, other.endpoint(), other.fingerprint);
    }
}
