package io.databourse.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Ids;
import io.databourse.harness.Transactions;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every store of nodes does.
interface MembershipStoreTck {
    Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    MembershipStore store();

    Transactions transactions();

    /// A merchant that nodes may belong to.
    MerchantId merchant();

    private NodeId inserted(MerchantId owner) {
        NodeRow row = new NodeRow();
        row.id = NodeId.next().value();
        row.name = "airline-node";
        row.owner = owner.value();
        row.ownerName = "东方航空";
        row.joinTokenHash = JoinToken.hash(JoinToken.next());
        row.createdAt = NOW;
        transactions().run(() -> store().insert(row));
        return row.nodeId();
    }

    private PartyNode read(NodeId id) {
        return transactions().get(() -> store().find(id).orElseThrow().toNode(NOW));
    }

    @Test
    default void an_unknown_node_is_not_found() {
        NodeId unknown = NodeId.next();
        assertThat(transactions().get(() -> store().find(unknown))).isEmpty();
        assertThat(transactions().get(() -> store().lock(unknown))).isEmpty();
        assertThat(transactions().get(() -> store().byTokenHash("sha256:00"))).isEmpty();
        assertThat(transactions().get(() -> store().byChannelFingerprint("00"))).isEmpty();
    }

    @Test
    default void a_node_is_found_by_its_token_and_by_its_certificate() {
        NodeId id = inserted(merchant());
        String fingerprint = Ids.next("");
        String token =
                transactions()
                        .get(() -> {
                            NodeRow row = store().lock(id).orElseThrow();
                            row.channelFingerprint = fingerprint;
                            return row.joinTokenHash;
                        });
        assertThat(transactions().get(() -> store().byTokenHash(token)))
                .map(NodeRow::nodeId)
                .contains(id);
        assertThat(transactions().get(() -> store().byChannelFingerprint(fingerprint)))
                .map(NodeRow::nodeId)
                .contains(id);
    }

    @Test
    default void an_owner_has_his_own_nodes_oldest_first() {
        MerchantId owner = merchant();
        NodeId first = inserted(owner);
        NodeId second = inserted(owner);
        NodeId stranger = inserted(merchant());
        assertThat(transactions().get(() -> store().ofOwner(owner)))
                .extracting(NodeRow::nodeId)
                .containsExactly(first, second);
        assertThat(transactions().get(() -> store().all()))
                .extracting(NodeRow::nodeId)
                .containsSubsequence(first, second, stranger);
    }

    @Test
    default void being_seen_changes_nothing_else() {
        NodeId id = inserted(merchant());
        PartyNode before = read(id);
        transactions().run(() -> store().seen(id, NOW));
        PartyNode after = read(id);
        assertThat(after.lastSeen()).contains(NOW);
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.name()).isEqualTo(before.name());
    }

    /// Who has read a row and then waits for its lock must see what the one before him made of it.
    @Test
    default void a_locked_row_is_as_it_was_committed_last() {
        NodeId id = inserted(merchant());
        NodeState seen =
                transactions()
                        .get(() -> {
                            assertThat(store().find(id)).isPresent();
                            elsewhere(
                                    () -> store().lock(id).orElseThrow().state = NodeState.PENDING);
                            return store().lock(id).orElseThrow().state;
                        });
        assertThat(seen).isEqualTo(NodeState.PENDING);
    }

    private void elsewhere(Runnable work) {
        Thread other = new Thread(() -> transactions().run(work));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
