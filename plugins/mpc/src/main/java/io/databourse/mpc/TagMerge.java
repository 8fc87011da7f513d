package io.databourse.mpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Merges sorted runs into one ascending sequence; equal tags come together.
public final class TagMerge implements AutoCloseable {
    private final LongReader[] readers;
    private final long[] high;
    private final long[] low;

    /// A binary heap of reader numbers, smallest tag first.
    private final int[] heap;

    private int size;

    public TagMerge(List<Path> runs) throws IOException {
        readers = new LongReader[runs.size()];
        high = new long[readers.length];
        low = new long[readers.length];
        heap = new int[readers.length];
        try {
            for (int i = 0; i < readers.length; i++) {
                readers[i] = new LongReader(runs.get(i));
                Files.delete(runs.get(i)); // its disk is free once it is closed, come what may
                if (load(i)) {
                    heap[size++] = i;
                }
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        for (int place = size / 2 - 1; place >= 0; place--) {
            sink(place);
        }
    }

    /// Whether there is another tag.
    public boolean hasNext() {
        return size > 0;
    }

    /// The first half of the next tag.
    public long high() {
        return high[heap[0]];
    }

    public long low() {
        return low[heap[0]];
    }

    /// The row of the next tag, and on to the one after.
    public long takeRow() throws IOException {
        int run = heap[0];
        long row = readers[run].next();
        if (!load(run)) {
            heap[0] = heap[--size];
        }
        sink(0);
        return row;
    }

    private boolean load(int run) throws IOException {
        if (!readers[run].hasNext()) {
            return false;
        }
        high[run] = readers[run].next();
        low[run] = readers[run].next();
        return true;
    }

    private void sink(int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], heap[place])) {
                return;
            }
            int moved = heap[place];
            heap[place] = heap[child];
            heap[child] = moved;
            place = child;
        }
    }

    private boolean isBefore(int a, int b) {
        int order = Long.compareUnsigned(high[a], high[b]);
        return order < 0 || (order == 0 && Long.compareUnsigned(low[a], low[b]) < 0);
    }

    @Override
    @SuppressWarnings("RedundantNullCheck") // slots are null if the constructor failed half-way
    public void close() throws IOException {
        for (var reader : readers) {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
