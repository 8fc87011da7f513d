package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleCoverTest {
    @Test
    void any_leaves_of_any_tree_lead_to_its_root() {
        Random random = new Random(20261121);
        for (int size = 1; size <= 70; size++) {
            List<Digest> leaves = leaves(size);
            MerkleNodes nodes = MerkleNodes.ofLeaves(leaves);
            for (int round = 0; round < 10; round++) {
                int share = random.nextInt(1, 10);
                NavigableMap<Long, Digest> some = new TreeMap<>();
                for (int i = 0; i < size; i++) {
                    if (random.nextInt(share) == 0) {
                        some.put((long) i, leaves.get(i));
                    }
                }
                List<Digest> cover = MerkleCover.of(some.navigableKeySet(), size, nodes);
                assertThat(MerkleCover.root(some, size, cover))
                        .contains(MerkleProof.root(size, nodes));
                assertThat(cover.size() + some.size()).isLessThanOrEqualTo(size);
            }
        }
    }

    @Test
    void nothing_is_needed_beside_all_leaves() {
        List<Digest> leaves = leaves(13);
        var all = new TreeSet<>(IntStream.range(0, 13).mapToObj(i -> (long) i).toList());
        assertThat(MerkleCover.of(all, 13, MerkleNodes.ofLeaves(leaves))).isEmpty();
    }

    @Test
    void a_changed_leaf_a_missing_one_or_another_cover_leads_elsewhere() {
        List<Digest> leaves = leaves(21);
        MerkleNodes nodes = MerkleNodes.ofLeaves(leaves);
        Digest root = MerkleProof.root(21, nodes);
        NavigableMap<Long, Digest> some = new TreeMap<>();
        Set.of(2L, 3L, 11L, 20L).forEach(i -> some.put(i, leaves.get(i.intValue())));
        List<Digest> cover = MerkleCover.of(some.navigableKeySet(), 21, nodes);

        NavigableMap<Long, Digest> changed = new TreeMap<>(some);
        changed.put(11L, leaves.get(12));
        assertThat(MerkleCover.root(changed, 21, cover)).isPresent().get().isNotEqualTo(root);
        NavigableMap<Long, Digest> fewer = new TreeMap<>(some);
        fewer.remove(3L);
        assertThat(MerkleCover.root(fewer, 21, cover)).isEmpty();
        List<Digest> longer = new ArrayList<>(cover);
        longer.add(root);
        assertThat(MerkleCover.root(some, 21, longer)).isEmpty();
        assertThat(MerkleCover.root(some, 20, cover)).isEmpty();
        assertThatThrownBy(() -> MerkleCover.of(new TreeSet<>(Set.of(21L)), 21, nodes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Digest> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> MerkleHash.leaf(new byte[] {(byte) i}))
                .toList();
    }
}
