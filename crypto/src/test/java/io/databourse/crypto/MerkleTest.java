package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The reference tree of eight leaves that the implementations of RFC 6962 share.
class MerkleTest {
    private static final List<Digest> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(hex -> MerkleHash.leaf(HexFormat.of().parseHex(hex)))
                    .toList();
    private static final List<Digest> ROOTS =
            digests(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final String LEAF_1 =
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
    private static final String NODE_23 =
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
    private static final String NODE_4567 =
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
    private static final String LEAF_4 =
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
    private static final String NODE_45 =
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
    private static final String NODE_67 =
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
    private static final MerkleNodes NODES = MerkleNodes.ofLeaves(LEAVES);

    @Test
    void roots_are_those_of_the_reference() {
        for (int size = 0; size <= 8; size++) {
            assertThat(MerkleProof.root(size, NODES)).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void inclusion_paths_are_those_of_the_reference() {
        assertThat(MerkleProof.inclusion(0, 1, NODES)).isEmpty();
        assertThat(MerkleProof.inclusion(0, 8, NODES))
                .isEqualTo(digests(LEAF_1, NODE_23, NODE_4567));
        assertThat(MerkleProof.inclusion(5, 8, NODES))
                .isEqualTo(digests(LEAF_4, NODE_67, ROOTS.get(4).hex()));
        assertThat(MerkleProof.inclusion(2, 3, NODES)).containsExactly(ROOTS.get(2));
        assertThat(MerkleProof.inclusion(1, 5, NODES))
                .isEqualTo(digests(ROOTS.get(1).hex(), NODE_23, LEAF_4));
    }

    @Test
    void consistency_paths_are_those_of_the_reference() {
        assertThat(MerkleProof.consistency(1, 1, NODES)).isEmpty();
        assertThat(MerkleProof.consistency(1, 8, NODES))
                .isEqualTo(digests(LEAF_1, NODE_23, NODE_4567));
        assertThat(MerkleProof.consistency(6, 8, NODES))
                .isEqualTo(digests(NODE_45, NODE_67, ROOTS.get(4).hex()));
        assertThat(MerkleProof.consistency(2, 5, NODES)).isEqualTo(digests(NODE_23, LEAF_4));
    }

    @Test
    void a_frontier_grows_to_the_same_roots_and_can_be_restored() {
        List<Digest> leaves = numbered(130);
        MerkleFrontier frontier = MerkleFrontier.empty();
        for (int size = 0; size < leaves.size(); size++) {
            MerkleNodes nodes = MerkleNodes.ofLeaves(leaves);
            assertThat(frontier.root()).isEqualTo(MerkleProof.root(size, nodes));
            assertThat(MerkleFrontier.restore(size, nodes)).isEqualTo(frontier);
            frontier = frontier.append(leaves.get(size)).frontier();
        }
    }

    @Test
    void proofs_are_built_from_the_stored_nodes_alone() {
        List<Digest> leaves = numbered(100);
        MerkleNodes stored = store(leaves);
        MerkleNodes computed = MerkleNodes.ofLeaves(leaves);
        for (int index = 0; index < 100; index++) {
            assertThat(MerkleProof.inclusion(index, 100, stored))
                    .isEqualTo(MerkleProof.inclusion(index, 100, computed));
            assertThat(MerkleProof.consistency(index, 100, stored))
                    .isEqualTo(MerkleProof.consistency(index, 100, computed));
        }
    }

    @Test
    void every_leaf_of_every_tree_is_proven_and_no_other() {
        List<Digest> leaves = numbered(33);
        MerkleNodes nodes = store(leaves);
        for (int size = 1; size <= 33; size++) {
            Digest root = MerkleProof.root(size, nodes);
            for (int index = 0; index < size; index++) {
                List<Digest> path = MerkleProof.inclusion(index, size, nodes);
                Digest leaf = leaves.get(index);
                assertThat(MerkleVerifier.inclusion(leaf, index, size, path, root)).isTrue();
                assertThat(MerkleVerifier.inclusion(root, index, size, path, root))
                        .isEqualTo(size == 1);
                assertThat(MerkleVerifier.inclusion(leaf, index + 1, size, path, root)).isFalse();
                for (List<Digest> broken : broken(path)) {
                    assertThat(MerkleVerifier.inclusion(leaf, index, size, broken, root)).isFalse();
                }
            }
        }
    }

    @Test
    void every_growth_is_proven_and_a_rewritten_history_is_not() {
        MerkleNodes nodes = store(numbered(33));
        for (int size = 1; size <= 33; size++) {
            Digest root = MerkleProof.root(size, nodes);
            for (int old = 1; old <= size; old++) {
                Digest oldRoot = MerkleProof.root(old, nodes);
                List<Digest> path = MerkleProof.consistency(old, size, nodes);
                assertThat(MerkleVerifier.consistency(old, size, oldRoot, root, path)).isTrue();
                Digest other = MerkleHash.leaf(oldRoot.bytes());
                assertThat(MerkleVerifier.consistency(old, size, other, root, path)).isFalse();
                assertThat(MerkleVerifier.consistency(old, size, oldRoot, other, path)).isFalse();
                for (List<Digest> broken : broken(path)) {
                    assertThat(MerkleVerifier.consistency(old, size, oldRoot, root, broken))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void the_empty_tree_is_the_beginning_of_every_tree() {
        assertThat(MerkleProof.consistency(0, 8, NODES)).isEmpty();
        assertThat(MerkleVerifier.consistency(0, 8, ROOTS.get(0), ROOTS.get(8), List.of()))
                .isTrue();
        assertThat(MerkleVerifier.consistency(0, 8, ROOTS.get(1), ROOTS.get(8), List.of()))
                .isFalse();
    }

    @Test
    void places_outside_the_tree_are_refused() {
        assertThatThrownBy(() -> MerkleProof.inclusion(8, 8, NODES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleProof.consistency(9, 8, NODES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(MerkleVerifier.inclusion(ROOTS.get(1), -1, 1, List.of(), ROOTS.get(1)))
                .isFalse();
    }

    /// The path with each hash changed, one dropped, and one too many.
    private static List<List<Digest>> broken(List<Digest> path) {
        List<List<Digest>> result = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Digest> changed = new ArrayList<>(path);
            changed.set(i, MerkleHash.leaf(path.get(i).bytes()));
            result.add(changed);
        }
        if (!path.isEmpty()) {
            result.add(path.subList(0, path.size() - 1));
        }
        List<Digest> longer = new ArrayList<>(path);
        longer.add(MerkleHash.emptyRoot());
        result.add(longer);
        return result;
    }

    private static MerkleNodes store(List<Digest> leaves) {
        Map<String, Digest> stored = new HashMap<>();
        MerkleFrontier frontier = MerkleFrontier.empty();
        for (Digest leaf : leaves) {
            MerkleFrontier.Append append = frontier.append(leaf);
            append.completed().forEach(n -> stored.put(n.level() + "/" + n.index(), n.hash()));
            frontier = append.frontier();
        }
        return (level, index) -> Objects.requireNonNull(stored.get(level + "/" + index));
    }

    private static List<Digest> numbered(int count) {
        List<Digest> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(MerkleHash.leaf(new byte[] {(byte) i}));
        }
        return leaves;
    }

    private static List<Digest> digests(String... hex) {
        return Stream.of(hex).map(h -> Digest.parse("sha256:" + h)).toList();
    }
}
