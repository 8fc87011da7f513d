package io.databourse.mpc.join;

import io.databourse.mpc.DistributedMatches;
import io.databourse.mpc.LongWriter;
import java.io.IOException;
import java.nio.file.Path;

/// The receiver's matches on disk: four numbers each, by ascending place.
final class FoundMatches implements DistributedMatches, AutoCloseable {
    private final LongWriter out;
    private long last = -1;
    private long count;

    FoundMatches(Path file) throws IOException {
        out = new LongWriter(file);
    }

    /// That two own keys have one output happens in a run with less than 2^-40; the first counts.
    @Override
    public void add(long place, long rank, long high, long low) throws IOException {
        if (place == last) {
            return;
        }
        last = place;
        count++;
        out.put(place);
        out.put(rank);
        out.put(high);
        out.put(low);
    }

    long count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
