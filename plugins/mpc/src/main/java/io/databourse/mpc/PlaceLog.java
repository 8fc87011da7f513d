package io.databourse.mpc;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/// What an owner knows of the places in each bucket that is done, on disk, so that a later attempt
/// begins behind them: for each bucket the name of the attempt that did it (8 bytes), how many
/// numbers follow (4), the numbers, and the CRC-32C of all this (4). A record that is not whole,
/// and what comes after it, does not count.
///
/// Places mean something only to the two owners that were in the same attempt at that bucket, so
/// both compare the names and keep no more than they have in common.
final class PlaceLog implements AutoCloseable {
    private static final int HEADER = Long.BYTES + Integer.BYTES;

    /// More numbers than a bucket has.
    private static final int MOST = 1 << 22;

    private final Path file;
    private final RandomAccessFile out;
    private final List<Bucket> buckets = new ArrayList<>();
    private long[] numbers = new long[1 << 10];
    private int count;

    /// @param end of its record in the file
    private record Bucket(long attempt, long end) {}

    /// Takes the numbers of one bucket.
    @FunctionalInterface
    interface Taker {
        void take(long[] numbers) throws IOException, InterruptedException;
    }

    private PlaceLog(Path file) throws IOException {
        this.file = file;
        this.out = new RandomAccessFile(file.toFile(), "rw");
    }

    /// Opens the file, which need not exist.
    static PlaceLog open(Path file) throws IOException {
        var log = new PlaceLog(file);
        try (var in = log.reader()) {
            long end = 0;
            for (var next = read(in, log.out.length());
                    next.hasArray();
                    next = read(in, log.out.length() - end)) {
                end += next.capacity();
                log.buckets.add(new Bucket(next.getLong(0), end));
            }
        } catch (IOException e) {
            log.close();
            throw e;
        }
        return log;
    }

    private DataInputStream reader() throws IOException {
        return new DataInputStream(new BufferedInputStream(new FileInputStream(file.toFile())));
    }

    /// The next record with its checksum; a buffer without an array if there is no whole one.
    private static ByteBuffer read(DataInputStream in, long left) throws IOException {
        var none = ByteBuffer.allocate(0).asReadOnlyBuffer();
        if (left < HEADER) {
            return none;
        }
        long attempt = in.readLong();
        int count = in.readInt();
        if (count < 0 || count > MOST || left < bytes(count)) {
            return none;
        }
        var record = ByteBuffer.allocate(bytes(count)).putLong(attempt).putInt(count);
        in.readFully(record.array(), HEADER, record.remaining());
        int end = record.capacity() - Integer.BYTES;
        return record.getInt(end) == checksum(record.array(), end) ? record : none;
    }

    private static int bytes(int count) {
        return HEADER + Long.BYTES * count + Integer.BYTES;
    }

    private static int checksum(byte[] record, int length) {
        var sum = new CRC32C();
        sum.update(record, 0, length);
        return (int) sum.getValue();
    }

    /// The name of the attempt that did each bucket.
    List<Long> attempts() {
        return buckets.stream().map(Bucket::attempt).toList();
    }

    /// How many numbers there are in all buckets.
    long numbers() throws IOException {
        return (out.length() - (long) bytes(0) * buckets.size()) / Long.BYTES;
    }

    /// Keeps so many buckets, and forgets those behind them.
    void keep(int most) throws IOException {
        buckets.subList(most, buckets.size()).clear();
        out.setLength(buckets.isEmpty() ? 0 : buckets.getLast().end);
        out.seek(out.length());
    }

    /// Adds a number to the next bucket.
    void put(long number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    /// That was the bucket's last number.
    void finish(long attempt) throws IOException {
        var record = ByteBuffer.allocate(bytes(count)).putLong(attempt).putInt(count);
        record.asLongBuffer().put(numbers, 0, count);
        int end = record.capacity() - Integer.BYTES;
        out.write(record.putInt(end, checksum(record.array(), end)).array());
        buckets.add(new Bucket(attempt, out.length()));
        count = 0;
    }

    /// Gives the numbers of all buckets, one bucket after the other.
    void each(Taker taker) throws IOException, InterruptedException {
        try (var in = reader()) {
            long begin = 0;
            for (var bucket : buckets) {
                var record = read(in, bucket.end - begin);
                if (!record.hasArray()) {
                    throw new IOException("the log of places has changed");
                }
                var longs = new long[record.getInt(Long.BYTES)];
                record.position(HEADER).asLongBuffer().get(longs);
                taker.take(longs);
                begin = bucket.end;
            }
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
