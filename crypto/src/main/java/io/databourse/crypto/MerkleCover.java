package io.databourse.crypto;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proves many leaves of one RFC 6962 tree at once, with the hashes of the largest subtrees that
/// have none of them, from left to right. A path for each leaf would repeat most of them.
public final class MerkleCover {
    private MerkleCover() {}

    /// @param wanted the leaves that the verifier has
    public static List<Digest> of(NavigableSet<Long> wanted, long size, MerkleNodes nodes) {
        if (!wanted.isEmpty() && (wanted.first() < 0 || wanted.last() >= size)) {
            throw new IllegalArgumentException("not all leaves are in a tree of " + size);
        }
        List<Digest> cover = new ArrayList<>();
        add(wanted, 0, size, nodes, cover);
        return List.copyOf(cover);
    }

    private static void add(
            NavigableSet<Long> wanted,
            long begin,
            long end,
            MerkleNodes nodes,
            List<Digest> cover) {
        if (!isWithin(wanted.ceiling(begin), end)) {
            cover.add(MerkleRange.hash(begin, end, nodes));
        } else if (end - begin > 1) {
            long middle = begin + MerkleRange.split(end - begin);
            add(wanted, begin, middle, nodes, cover);
            add(wanted, middle, end, nodes, cover);
        }
    }

    /// The root above the leaves, by their places, and the cover.
    ///
    /// @return empty if the cover is too short or too long, or a leaf is outside of the tree
    public static Optional<Digest> root(
            NavigableMap<Long, Digest> leaves, long size, List<Digest> cover) {
        boolean within = leaves.isEmpty() || (leaves.firstKey() >= 0 && leaves.lastKey() < size);
        if (size < 1 || !within) {
            return Optional.empty();
        }
        Iterator<Digest> rest = cover.iterator();
        Optional<Digest> root = root(leaves, 0, size, rest);
        return rest.hasNext() ? Optional.empty() : root;
    }

    private static Optional<Digest> root(
            NavigableMap<Long, Digest> leaves, long begin, long end, Iterator<Digest> cover) {
        if (!isWithin(leaves.ceilingKey(begin), end)) {
            return cover.hasNext() ? Optional.of(cover.next()) : Optional.empty();
        }
        if (end - begin == 1) {
            return Optional.of(Objects.requireNonNull(leaves.get(begin)));
        }
        long middle = begin + MerkleRange.split(end - begin);
        Optional<Digest> left = root(leaves, begin, middle, cover);
        Optional<Digest> right = root(leaves, middle, end, cover);
        return left.flatMap(l -> right.map(r -> MerkleHash.node(l, r)));
    }

    private static boolean isWithin(@Nullable Long place, long end) {
        return place != null && place < end;
    }
}
