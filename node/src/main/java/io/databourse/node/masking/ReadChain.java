package io.databourse.node.masking;

import io.databourse.crypto.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines of which each holds the hash of the one before it. Who can write the file can also write
/// all of it anew; that shows only to somebody who has noted an earlier hash elsewhere.
final class ReadChain {
    private long count;
    private String head = "0".repeat(64);
    private Optional<Long> broken = Optional.empty();

    /// The next line.
    ///
    /// @return nothing if it cannot be read
    Optional<Read> take(byte[] line) {
        count++;
        var read = parsed(line);
        var follows = read.filter(each -> each.number() == count && each.before().equals(head));
        if (broken.isEmpty() && follows.isEmpty()) {
            broken = Optional.of(count);
        }
        head = Digest.sha256(line).hex();
        return read;
    }

    private static Optional<Read> parsed(byte[] line) {
        try {
            return Optional.of(Read.parse(new String(line, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    long count() {
        return count;
    }

    /// SHA-256 of the last line, in hex.
    String head() {
        return head;
    }

    /// The first line that does not follow from the one before it.
    Optional<Long> broken() {
        return broken;
    }
}
