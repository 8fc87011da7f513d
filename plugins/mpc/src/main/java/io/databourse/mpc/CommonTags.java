package io.databourse.mpc;

import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.util.List;

/// Finds the tags that the receiver has in common with all other owners, in ascending streams, with
/// one tag of each in memory.
public final class CommonTags {
    private static final long BLOCK = 1 << 18;

    private CommonTags() {}

    /// Adds the ranks that common tags have at the receiver. Streams need not be at their end
    /// afterwards.
    public static void find(
            TagStream mine, List<TagStream> others, RankSpool ranks, PartyContext context)
            throws InterruptedException, IOException {
        boolean more = mine.next();
        for (var other : others) {
            more &= other.next();
        }
        for (long rank = 0; more; rank++) {
            boolean common = true;
            for (var other : others) {
                while (more && other.compareTo(mine) < 0) {
                    more = other.next();
                }
                common &= more && other.compareTo(mine) == 0;
            }
            if (common) {
                ranks.add(rank);
            }
            more = more && mine.next();
            if (rank % BLOCK == 0) {
                context.progress().report("intersecting", rank, 0, "tags");
            }
        }
    }
}
