package io.databourse.mpc;

import java.io.IOException;

/// What the owner that finds the matches keeps of each bucket: the place and the rank of each
/// match, and last how many tags of its own the bucket has.
///
/// @param buckets that an earlier attempt brought to their end
/// @param ranks tags in these buckets
record FoundPlaces(PlaceLog log, Matches matches, long attempt, int buckets, long ranks)
        implements DistributedMatches {

    /// Goes on behind what is in the log, which it adds to the matches.
    static FoundPlaces in(PlaceLog log, Matches matches, long attempt)
            throws InterruptedException, IOException {
        var ranks = new long[1];
        log.each(numbers -> {
            ranks[0] += numbers[numbers.length - 1];
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                matches.add(numbers[i + 1]);
            }
        });
        return new FoundPlaces(log, matches, attempt, log.attempts().size(), ranks[0]);
    }

    @Override
    public void add(long place, long rank, long high, long low) {
        matches.add(rank);
        log.put(place);
        log.put(rank);
    }

    @Override
    public void finished(long first, int keys) throws IOException {
        log.put(keys);
        log.finish(attempt);
    }

    /// Adds the places of one bucket.
    static void spool(long[] numbers, RankSpool places) throws IOException {
        for (int i = 0; i + 1 < numbers.length; i += 2) {
            places.add(numbers[i]);
        }
    }
}
