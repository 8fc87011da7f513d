package io.databourse.sandbox.sql;

import io.databourse.plugin.Journal;
import java.util.ArrayList;
import java.util.List;

final class InMemoryJournal implements Journal {
    private final List<byte[]> entries = new ArrayList<>();

    @Override
    public List<byte[]> entries() {
        return List.copyOf(entries);
    }

    @Override
    public boolean append(int seen, byte[] entry) {
        return seen == entries.size() && entries.add(entry);
    }
}
