package io.databourse.mpc.join;

import io.databourse.mpc.DistributedPlaces;
import io.databourse.mpc.LongWriter;
import java.io.IOException;
import java.nio.file.Path;

/// The places of the other owner's outputs on disk: three numbers each.
final class SentPlaces implements DistributedPlaces, AutoCloseable {
    /// Of each place.
    static final int BYTES = 3 * Long.BYTES;

    private final LongWriter out;

    SentPlaces(Path file) throws IOException {
        out = new LongWriter(file);
    }

    @Override
    public void add(long rank, long high, long low) throws IOException {
        out.put(rank);
        out.put(high);
        out.put(low);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
