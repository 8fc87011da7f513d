package io.databourse.mpc;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.zip.CRC32C;

/// The matches of the buckets that are done, on disk, so that a later attempt begins behind them:
/// for each bucket the rank of its first tag (8 bytes), how many tags it has (4), a bit for each,
/// and the CRC-32C of these (4). A record that is not whole, and what comes after it, does not
/// count.
final class MatchLog implements AutoCloseable {
    private static final int HEADER = Long.BYTES + Integer.BYTES;

    private final OutputStream out;
    private final int buckets;
    private final long ranks;

    private MatchLog(Path file, int buckets, long ranks) throws IOException {
        this.out = new FileOutputStream(file.toFile(), true);
        this.buckets = buckets;
        this.ranks = ranks;
    }

    /// Opens the file, which need not exist, and adds what is in it to the matches.
    static MatchLog open(Path file, Matches matches, long size) throws IOException {
        int buckets = 0;
        long ranks = 0;
        long whole = 0;
        if (Files.exists(file)) {
            try (var in =
                    new DataInputStream(
                            new BufferedInputStream(new FileInputStream(file.toFile())))) {
                for (int keys = restore(in, ranks, size, matches);
                        keys >= 0;
                        keys = restore(in, ranks, size, matches)) {
                    buckets++;
                    ranks += keys;
                    whole += HEADER + (long) Long.BYTES * words(keys) + Integer.BYTES;
                }
            }
            try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
                cut.setLength(whole);
            }
        }
        return new MatchLog(file, buckets, ranks);
    }

    /// The number of tags of the next bucket in the file; -1 if there is none.
    private static int restore(DataInputStream in, long first, long size, Matches matches)
            throws IOException {
        try {
            long rank = in.readLong();
            int keys = in.readInt();
            if (rank != first || keys < 0 || first + keys > size) {
                return -1;
            }
            var record = ByteBuffer.allocate(HEADER + Long.BYTES * words(keys));
            in.readFully(record.putLong(rank).putInt(keys).array(), HEADER, record.remaining());
            if (in.readInt() != checksum(record.array(), record.capacity())) {
                return -1;
            }
            var bits = new long[words(keys)];
            record.asLongBuffer().get(bits);
            BitSet.valueOf(bits).stream().forEach(bit -> matches.add(first + bit));
            return keys;
        } catch (EOFException _) {
            return -1;
        }
    }

    /// Adds the next bucket: the matches among so many tags from a rank on.
    void add(Matches matches, long first, int keys) throws IOException {
        var record = ByteBuffer.allocate(HEADER + Long.BYTES * words(keys) + Integer.BYTES);
        record.putLong(first).putInt(keys);
        for (long word : matches.among(first, keys)) {
            record.putLong(word);
        }
        int end = record.capacity() - Integer.BYTES;
        out.write(record.putInt(end, checksum(record.array(), end)).array());
    }

    /// How many buckets were in the file when it was opened.
    int buckets() {
        return buckets;
    }

    /// How many tags these buckets have.
    long ranks() {
        return ranks;
    }

    private static int words(int keys) {
        return (keys + 63) / 64;
    }

    private static int checksum(byte[] record, int length) {
        var sum = new CRC32C();
        sum.update(record, 0, length);
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
