package io.databourse.node.child;

import io.databourse.plugin.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;

/// A journal that the node keeps; each question is a connection of its own.
///
/// A question is one frame: empty for all entries, or the number of entries seen and the entry to
/// append. The answer to the first is a frame for each entry and an end, to the second one byte.
final class NodeJournal implements Journal {
    private final Connection connection;

    /// Opens a connection to the node.
    interface Connection {
        Frames open() throws IOException;
    }

    NodeJournal(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<byte[]> entries() throws InterruptedException {
        try (var frames = connection.open()) {
            frames.write(FrameKind.DATA);
            var entries = new ArrayList<byte[]>();
            for (var frame = frames.read().orElseThrow(IOException::new);
                    frame.kind() == FrameKind.DATA;
                    frame = frames.read().orElseThrow(IOException::new)) {
                var entry = new byte[frame.payload().remaining()];
                frame.payload().get(entry);
                entries.add(entry);
            }
            return entries;
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    @Override
    public boolean append(int seen, byte[] entry) throws InterruptedException {
        if (entry.length > MAX_ENTRY) {
            throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
        }
        try (var frames = connection.open()) {
            var question = ByteBuffer.allocate(Integer.BYTES + entry.length).putInt(seen);
            frames.write(FrameKind.DATA, question.put(entry).flip());
            return frames.read().orElseThrow(IOException::new).payload().get() == 1;
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private static UncheckedIOException trouble(IOException e) throws InterruptedException {
        if (e instanceof ClosedByInterruptException) {
            var _ = Thread.interrupted();
            throw new InterruptedException("the run was cancelled");
        }
        return new UncheckedIOException("the journal cannot be reached", e);
    }
}
