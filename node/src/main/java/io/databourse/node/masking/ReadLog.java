package io.databourse.node.masking;

import io.databourse.crypto.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// Who has read which result, 查阅记录: a line a read, on the disk before the read is answered. Lines
/// are only ever added, and each holds the hash of the one before it ([ReadChain]).
public final class ReadLog {
    private final Path file;
    private final Clock clock;
    private final ReadChain chain = new ReadChain();

    ReadLog(Path folder, Clock clock) throws IOException {
        PrivateFile.createDirectories(folder);
        this.file = folder.resolve("reads.jsonl");
        this.clock = clock;
        if (!Files.exists(file)) {
            PrivateFile.write(file, new byte[0]);
        }
        try (var channel = open()) {
            cutTorn(channel);
        }
        walk(chain, Long.MAX_VALUE, _ -> {});
    }

    /// What the list holds.
    ///
    /// @param latest the newest first
    /// @param head the hash of the last line, to be noted elsewhere
    /// @param broken the first line that is not as it was written, or is gone
    public record State(List<Read> latest, long count, String head, Optional<Long> broken) {
        public State {
            latest = List.copyOf(latest);
        }
    }

    synchronized void append(People.Person who, Read.Seen seen, Read.What what, OptionalLong rows)
            throws IOException {
        var read =
                new Read(
                        chain.count() + 1,
                        clock.instant(),
                        who.name(),
                        who.role(),
                        seen,
                        what,
                        rows,
                        chain.head());
        var line = read.toJson().getBytes(StandardCharsets.UTF_8);
        try (var channel = open()) {
            cutTorn(channel);
            channel.position(channel.size());
            var buffer = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        chain.take(line);
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /// A line without its end was never acknowledged.
    private static void cutTorn(FileChannel channel) throws IOException {
        var last = ByteBuffer.allocate(1);
        var end = channel.size();
        while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != '\n') {
            end--;
        }
        channel.truncate(end);
    }

    /// Looks at all lines, and keeps the newest.
    public State state(int most) throws IOException {
        var latest = new ArrayDeque<Read>();
        var now = now();
        var found = new ReadChain();
        walk(
                found,
                now.count(),
                read -> {
                    latest.addFirst(read);
                    if (latest.size() > most) {
                        latest.removeLast();
                    }
                });
        var gone =
                found.head().equals(now.head())
                        ? Optional.<Long>empty()
                        : Optional.of(found.count() + 1);
        return new State(
                List.copyOf(latest), now.count(), now.head(), found.broken().or(() -> gone));
    }

    /// Every read, oldest first.
    public void each(Consumer<Read> reader) throws IOException {
        walk(new ReadChain(), now().count(), reader);
    }

    private record Now(long count, String head) {}

    private synchronized Now now() {
        return new Now(chain.count(), chain.head());
    }

    private void walk(ReadChain along, long most, Consumer<Read> reader) throws IOException {
        // As bytes: the hashes are of these, whatever somebody has put there.
        try (var lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1).lines()) {
            lines.limit(most)
                    .forEach(line ->
                            along.take(line.getBytes(StandardCharsets.ISO_8859_1))
                                    .ifPresent(reader));
        }
    }
}
