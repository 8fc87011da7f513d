package io.databourse.mpc.join;

import io.databourse.mpc.LongReader;
import io.databourse.mpc.LongWriter;
import io.databourse.mpc.RankReader;
import java.io.IOException;
import java.nio.file.Path;

/// Ranks of matches on disk, ascending.
final class MatchedRanks implements AutoCloseable {
    private final LongReader in;
    private final long count;

    MatchedRanks(Path file, long count) throws IOException {
        this.in = new LongReader(file);
        this.count = count;
    }

    static void store(RankReader ranks, Path file) throws InterruptedException, IOException {
        try (var out = new LongWriter(file)) {
            while (ranks.hasNext()) {
                out.put(ranks.next());
            }
        }
    }

    long count() {
        return count;
    }

    long next() throws IOException {
        return in.next();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
