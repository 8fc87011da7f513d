package io.databourse.mpc;

import java.io.IOException;

/// What the other owner makes of the places in which [DistributedOwner] sends its outputs.
@FunctionalInterface
public interface DistributedPlaces {
    /// Stands for the rank of what only pads a bucket.
    long PADDING = -1;

    /// Buckets that an earlier attempt brought to their end; the receiver must say the same.
    default int buckets() {
        return 0;
    }

    /// The next place.
    ///
    /// @param rank of the tag whose output is sent there, or [#PADDING]
    /// @param high the first half of what the function gives for the tag before it is hashed
    void add(long rank, long high, long low) throws IOException;

    /// That was the last place of a bucket, all of which has been sent.
    default void finished() throws IOException {}
}
