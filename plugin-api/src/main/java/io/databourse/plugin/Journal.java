package io.databourse.plugin;

import java.util.List;

/// Entries that a party keeps from job to job about one data set and one consumer, such as the
/// privacy budget that was spent or the queries that were answered. They are only ever appended,
/// and jobs that run at once are kept apart by [#append].
public interface Journal {
    /// The longest entry, in bytes.
    int MAX_ENTRY = 1 << 16;

    /// All entries, oldest first.
    List<byte[]> entries() throws InterruptedException;

    /// Appends an entry if there are exactly `seen` before it. When this returns true, the entry is
    /// on disk and stays there, whatever becomes of the run; false means that another job was
    /// quicker, so read again and decide again.
    boolean append(int seen, byte[] entry) throws InterruptedException;
}
