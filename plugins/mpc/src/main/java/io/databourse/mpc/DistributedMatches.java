package io.databourse.mpc;

import java.io.IOException;

/// What the receiver makes of the matches that [DistributedOwner] finds, bucket by bucket.
@FunctionalInterface
public interface DistributedMatches {
    /// Buckets that an earlier attempt brought to their end.
    default int buckets() {
        return 0;
    }

    /// Tags in these buckets.
    default long ranks() {
        return 0;
    }

    /// A match.
    ///
    /// @param place among all that the other owner sends; ascends
    /// @param rank of the own tag
    /// @param high the first half of what the function gives for the tag before it is hashed, which
    ///   the other owner has at that place as well
    void add(long place, long rank, long high, long low) throws IOException;

    /// That was the last match among so many tags from a rank on.
    default void finished(long first, int keys) throws IOException {}
}
