package io.databourse.metering;

import java.util.List;

/// Port to storage: what is counted and not yet in a slice.
interface TallyStore {
    void insert(List<Tally> tallies);

    /// Keeps other instances from cutting until the transaction ends.
    ///
    /// @return false if another is cutting now
    boolean tryLock();

    /// The same, and waits for the other.
    void lock();

    /// Takes tallies away, the oldest first.
    List<Tally> take(int most);

    /// Ids for so many slices.
    List<Long> nextIds(int count);

    void insertSlices(List<MeterSlice> slices);

    /// The batches that hold the calls of a slice.
    List<Long> batches(long slice);
}
