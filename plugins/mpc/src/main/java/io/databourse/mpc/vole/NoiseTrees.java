package io.databourse.mpc.vole;

import io.databourse.mpc.aes.BulkAes;
import java.util.Arrays;

/// The trees of Goldreich, Goldwasser and Micali, one for each position of noise, all grown
/// together: a node's children are its hashes under two public keys.
///
/// On each level, node `j` of tree `i` is block `j · t + i`; so the leaves of one tree are the
/// positions with the same remainder by the number t of trees.
///
/// The sender grows whole trees and tells, for each level and tree, the sum of the left and the sum
/// of the right nodes, each under a key of an oblivious transfer. The receiver takes the sum of the
/// side that its path does *not* go to and finds from it the one node it lacks; so it knows every
/// leaf but the one its path leads to (a puncturable pseudorandom function; E. Boyle et al.,
/// *Efficient Two-Round OT Extension and Silent Non-Interactive Secure Computation*, CCS 2019).
final class NoiseTrees {
    private static final int TREES = VoleShape.NOISE;

    private final VoleShape shape;
    private final BulkAes left;
    private final BulkAes right;
    private final long[] hashed = new long[2 * 8 * TREES];

    NoiseTrees(VoleShape shape, BulkAes left, BulkAes right) {
        this.shape = shape;
        this.left = left;
        this.right = right;
    }

    /// Grows all trees from their roots.
    ///
    /// @param sums gets, at `2 (2 (level · t + tree) + side)`, the sums of each level below the
    ///   root
    /// @return the leaves
    long[] grow(long[] roots, long[] sums) {
        var nodes = roots;
        for (int level = 0; level < shape.depth(); level++) {
            nodes = children(nodes, level);
            addUp(nodes, shape.width(level + 1), sums, 4 * level * TREES);
        }
        return nodes;
    }

    /// Grows all trees but the paths to the punctured leaves.
    ///
    /// @param punctured the leaf that each tree lacks
    /// @param siblings at `2 (level · t + tree)`, the sum of the side that the path does not go to
    /// @return the leaves, zero where punctured
    long[] growPunctured(int[] punctured, long[] siblings) {
        var nodes = new long[2 * TREES];
        var sums = new long[4 * TREES];
        for (int level = 0; level < shape.depth(); level++) {
            nodes = children(nodes, level);
            int width = shape.width(level + 1);
            int below = shape.depth() - level - 1;
            for (int tree = 0; tree < TREES; tree++) {
                int path = punctured[tree] >> below;
                clear(nodes, path, width, tree);
                clear(nodes, path ^ 1, width, tree);
            }
            Arrays.fill(sums, 0);
            addUp(nodes, width, sums, 0);
            for (int tree = 0; tree < TREES; tree++) {
                int sibling = punctured[tree] >> below ^ 1;
                if (sibling < width) {
                    int to = 2 * (sibling * TREES + tree);
                    int sum = 2 * (2 * tree + (sibling & 1));
                    int received = 2 * (level * TREES + tree);
                    nodes[to] = siblings[received] ^ sums[sum];
                    nodes[to + 1] = siblings[received + 1] ^ sums[sum + 1];
                }
            }
        }
        return nodes;
    }

    private static void clear(long[] nodes, int node, int width, int tree) {
        if (node < width) {
            nodes[2 * (node * TREES + tree)] = 0;
            nodes[2 * (node * TREES + tree) + 1] = 0;
        }
    }

    private long[] children(long[] parents, int level) {
        int width = shape.width(level);
        int childWidth = shape.width(level + 1);
        var children = new long[2 * childWidth * TREES];
        for (int first = 0; first < width; first += 8) {
            int now = Math.min(8, width - first);
            left.hash(parents, first * TREES, hashed, 0, now * TREES);
            place(children, first, now, 0, childWidth);
            right.hash(parents, first * TREES, hashed, 0, now * TREES);
            place(children, first, now, 1, childWidth);
        }
        return children;
    }

    private void place(long[] children, int first, int count, int side, int childWidth) {
        for (int i = 0; i < count; i++) {
            int child = 2 * (first + i) + side;
            if (child < childWidth) {
                System.arraycopy(hashed, 2 * i * TREES, children, 2 * child * TREES, 2 * TREES);
            }
        }
    }

    /// The sum of all leaves of each tree.
    static long[] sums(long[] leaves, int width) {
        var sums = new long[2 * TREES];
        for (int leaf = 0; leaf < width; leaf++) {
            int row = 2 * leaf * TREES;
            for (int i = 0; i < 2 * TREES; i++) {
                sums[i] ^= leaves[row + i];
            }
        }
        return sums;
    }

    /// Adds the nodes of each tree to the sum of their side.
    private static void addUp(long[] nodes, int width, long[] sums, int to) {
        for (int side = 0; side < 2; side++) {
            var sum = new long[2 * TREES];
            for (int node = side; node < width; node += 2) {
                int row = 2 * node * TREES;
                for (int i = 0; i < 2 * TREES; i++) {
                    sum[i] ^= nodes[row + i];
                }
            }
            for (int tree = 0; tree < TREES; tree++) {
                int at = to + 2 * (2 * tree + side);
                sums[at] ^= sum[2 * tree];
                sums[at + 1] ^= sum[2 * tree + 1];
            }
        }
    }
}
