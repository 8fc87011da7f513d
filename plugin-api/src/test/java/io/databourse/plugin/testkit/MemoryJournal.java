package io.databourse.plugin.testkit;

import io.databourse.plugin.Journal;
import java.util.ArrayList;
import java.util.List;

/// A journal that lasts as long as the test.
public final class MemoryJournal implements Journal {
    private final List<byte[]> entries = new ArrayList<>();

    @Override
    public synchronized List<byte[]> entries() {
        return entries.stream().map(byte[]::clone).toList();
    }

    @Override
    public synchronized boolean append(int seen, byte[] entry) {
        if (entry.length > MAX_ENTRY) {
            throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
        }
        return seen == entries.size() && entries.add(entry.clone());
    }
}
