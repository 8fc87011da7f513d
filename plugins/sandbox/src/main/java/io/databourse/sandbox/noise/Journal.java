package io.databourse.sandbox.noise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One budget's file: a line a debit, each with a hash over its text and the hash before it.
///
/// A line that was not written to its end was never acknowledged and is cut off. Anything else that
/// does not fit is damage: then the budget counts as gone until a person has looked, because a lost
/// line would be a refund.
final class Journal {
    private final Path folder;
    private final Path file;
    private final String first;

    private final Map<String, Epsilon> debits = new HashMap<>();
    private Epsilon spent = Epsilon.ZERO;
    private String last;
    private long read;

    Journal(Path folder, BudgetKey key) {
        this.folder = folder;
        first = JournalLine.start(key);
        file = folder.resolve(first + ".budget");
        last = first;
    }

    Session lock() throws IOException {
        boolean made = !Files.exists(file);
        if (made) {
            Files.createDirectories(folder);
        }
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.lock();
            if (made) {
                force(folder);
            }
            readOn(channel);
            return new Session(channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Takes in what other processes, or a former life of this one, have appended.
    private void readOn(FileChannel channel) throws IOException {
        if (channel.size() < read) {
            throw new DamagedLedgerException(file);
        }
        if (channel.size() == read) {
            return;
        }
        byte[] added = bytes(channel, read);
        int start = 0;
        for (int end = lineEnd(added, 0); end >= 0; end = lineEnd(added, start)) {
            take(new String(added, start, end - start, StandardCharsets.US_ASCII));
            start = end + 1;
        }
        if (start < added.length) {
            cut(channel, added, start);
        }
        // Lines may have been written, but not yet been forced, when their writer died; written
        // again they are forced even where an earlier force has failed.
        write(channel, Arrays.copyOf(added, start), read);
        read += start;
    }

    /// No more than the beginning of one line can be there unfinished.
    private void cut(FileChannel channel, byte[] added, int start) throws IOException {
        for (int i = start; i < added.length - 1; i++) {
            if (added[i] == '\n') {
                throw new DamagedLedgerException(file);
            }
        }
        if (added.length - start > JournalLine.LONGEST) {
            throw new DamagedLedgerException(file);
        }
        channel.truncate(read + start);
    }

    private static void write(FileChannel channel, byte[] bytes, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
        channel.force(true);
    }

    /// A zero byte is a place that the file system made room for and never filled.
    private static int lineEnd(byte[] bytes, int start) {
        for (int i = start; i < bytes.length && bytes[i] != 0; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void take(String text) throws DamagedLedgerException {
        JournalLine line =
                JournalLine.read(text, last).orElseThrow(() -> new DamagedLedgerException(file));
        debits.put(line.release(), line.amount());
        spent = spent.plus(line.amount());
        last = line.hash();
    }

    private static byte[] bytes(FileChannel channel, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {}
        return buffer.array();
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// The file, held against every other process.
    final class Session implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private Session(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        Epsilon spent() {
            return spent;
        }

        Optional<Epsilon> amountOf(String release) {
            return Optional.ofNullable(debits.get(release));
        }

        /// Returns when the line is on the disk.
        void append(String release, Epsilon amount) throws IOException {
            JournalLine line = JournalLine.after(last, release, amount);
            byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.US_ASCII);
            write(channel, bytes, read);
            read += bytes.length;
            debits.put(release, amount);
            spent = spent.plus(amount);
            last = line.hash();
        }

        @Override
        public void close() throws IOException {
            lock.close();
            channel.close();
        }
    }
}
