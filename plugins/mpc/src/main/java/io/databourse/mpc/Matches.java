package io.databourse.mpc;

import java.io.IOException;
import java.util.BitSet;

/// The ranks of the tags that match: one bit a tag.
final class Matches {
    private final BitSet ranks;

    Matches(long size) {
        ranks = new BitSet(Math.toIntExact(size));
    }

    void add(long rank) {
        ranks.set((int) rank);
    }

    /// The matches among so many ranks from one on, a bit for each.
    long[] among(long first, int ranks) {
        return this.ranks.get((int) first, (int) first + ranks).toLongArray();
    }

    int count() {
        return ranks.cardinality();
    }

    /// Marks the rows of all matches.
    void mark(MatchedRows rows) throws IOException {
        for (int rank = ranks.nextSetBit(0); rank >= 0; rank = ranks.nextSetBit(rank + 1)) {
            rows.mark(rank);
        }
    }
}
