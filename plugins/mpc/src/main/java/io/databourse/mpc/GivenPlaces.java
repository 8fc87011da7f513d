package io.databourse.mpc;

import java.io.IOException;

/// What the other owner keeps of each bucket: the rank of the tag whose output it sent in each
/// place, or [DistributedPlaces#PADDING].
///
/// @param buckets that an earlier attempt brought to their end
record GivenPlaces(PlaceLog log, int buckets, long attempt) implements DistributedPlaces {
    @Override
    public void add(long rank, long high, long low) {
        log.put(rank);
    }

    @Override
    public void finished() throws IOException {
        log.finish(attempt);
    }

    /// The ranks of the tags in the places that the finder of the matches now names.
    static Matches told(PlaceLog log, Peer finder, long count, long size)
            throws InterruptedException, IOException {
        var told = new Told(finder, new RankReader(finder, count, log.numbers()), size);
        log.each(told);
        return told.matches;
    }

    private static final class Told implements PlaceLog.Taker {
        private static final long NONE = -1;

        private final Peer finder;
        private final RankReader places;
        private final Matches matches;
        private long first;
        private long next = NONE;

        Told(Peer finder, RankReader places, long size) {
            this.finder = finder;
            this.places = places;
            this.matches = new Matches(size);
        }

        @Override
        public void take(long[] ranks) throws InterruptedException {
            for (advance(); next != NONE && next < first + ranks.length; advance()) {
                long rank = ranks[(int) (next - first)];
                finder.require(rank != PADDING, "a place of padding");
                matches.add(rank);
                next = NONE;
            }
            first += ranks.length;
        }

        private void advance() throws InterruptedException {
            if (next == NONE && places.hasNext()) {
                next = places.next();
            }
        }
    }
}
