package io.databourse.node.job;

import io.databourse.crypto.PrivateFile;
import io.databourse.plugin.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/// A [Journal] on disk: each entry is its length, its CRC-32 and its bytes. An entry that a crash
/// has cut off was never acknowledged, so it does not count and the next one takes its place. A
/// broken entry that another one follows was acknowledged: then nothing more is read or written,
/// because a lost entry could be privacy that was spent.
public final class JournalFile implements Journal {
    private static final int HEADER = Integer.BYTES + Long.BYTES;

    /// Programs of one node may append at once; entries are few.
    private static final Object WRITING = new Object();

    private final Path folder;
    private final Path file;

    /// @param name of the journal, a plain word
    public JournalFile(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name + ".journal");
    }

    /// @param bytes up to which the file is whole
    private record Content(List<byte[]> entries, long bytes) {}

    @Override
    public List<byte[]> entries() {
        synchronized (WRITING) {
            return content().entries();
        }
    }

    @Override
    public boolean append(int seen, byte[] entry) {
        if (entry.length < 1 || entry.length > MAX_ENTRY) {
            throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
        }
        synchronized (WRITING) {
            var content = content();
            if (content.entries().size() != seen) {
                return false;
            }
            try {
                PrivateFile.createDirectories(folder);
                write(content.bytes(), entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        }
    }

    private void write(long at, byte[] entry) throws IOException {
        var frame = ByteBuffer.allocate(HEADER + entry.length);
        frame.putInt(entry.length).putLong(check(entry)).put(entry).flip();
        var open = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var made = !Files.exists(file);
        try (var channel = FileChannel.open(file, open)) {
            channel.truncate(at);
            channel.position(at);
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
            channel.force(true);
        }
        if (made) {
            force(folder);
        }
    }

    /// A new file is found after a power failure only if its folder is on the disk.
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Content content() {
        ByteBuffer in;
        try {
            in = ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return new Content(List.of(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var entries = new ArrayList<byte[]>();
        var whole = 0;
        for (var entry = entry(in, 0); entry.isPresent(); entry = entry(in, whole)) {
            entries.add(entry.get());
            whole += HEADER + entry.get().length;
        }
        for (int at = whole + 1; at < in.limit(); at++) {
            if (entry(in, at).isPresent()) {
                throw new IllegalStateException(
                        file.getFileName() + " is damaged; restore it from a copy");
            }
        }
        return new Content(entries, whole);
    }

    /// The entry that is whole at this place. None is empty: zeros are room that was never filled.
    private static Optional<byte[]> entry(ByteBuffer in, int at) {
        if (in.limit() - at < HEADER) {
            return Optional.empty();
        }
        var length = in.getInt(at);
        if (length < 1 || length > MAX_ENTRY || length > in.limit() - at - HEADER) {
            return Optional.empty();
        }
        var entry = new byte[length];
        in.get(at + HEADER, entry);
        return check(entry) == in.getLong(at + Integer.BYTES)
                ? Optional.of(entry)
                : Optional.empty();
    }

    private static long check(byte[] entry) {
        var sum = new CRC32();
        sum.update(entry);
        return sum.getValue();
    }
}
