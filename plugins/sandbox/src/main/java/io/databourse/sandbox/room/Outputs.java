package io.databourse.sandbox.room;

import io.databourse.plugin.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a script let out, read from the room's pipe.
///
/// The stream is a sequence of frames: the line `BOURSE/1 <kind> <name> <bytes>`, so many bytes, a
/// newline. Kinds are `table`, `json`, `text` and `png`. The line `BOURSE/1 end` is the last.
/// Nothing in it is taken on trust: a frame that is not exactly so refuses the whole.
public sealed interface Outputs {
    /// Every frame was well-formed, and the last was there.
    record Complete(List<Output> items) implements Outputs {
        public Complete {
            items = List.copyOf(items);
        }
    }

    /// Nothing leaves.
    record Refused(Text reason) implements Outputs {}

    /// The most that one script lets out.
    int MOST_ITEMS = 64;

    /// Reads to the end. The stream must be capped, see [Room#output].
    static Outputs read(InputStream in) throws IOException {
        return new Frames(new BufferedInputStream(in)).read();
    }

    /// The reader of one stream.
    final class Frames {
        private static final Pattern FRAME =
                Pattern.compile(
                        "BOURSE/1 (table|json|text|png) ([A-Za-z0-9_.-]{1,64}) ([0-9]{1,9})");
        private static final String END = "BOURSE/1 end";
        private static final int LONGEST_LINE = 128;

        private final InputStream in;
        private final List<Output> items = new ArrayList<>();
        private final HashSet<String> names = new HashSet<>();

        private Frames(InputStream in) {
            this.in = in;
        }

        private Outputs read() throws IOException {
            while (true) {
                var line = line();
                if (line.equals(END)) {
                    return in.read() < 0
                            ? new Complete(items)
                            : refused("结束标记之后还有内容", "there is more after the end");
                }
                var refusal = frame(line);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
            }
        }

        private Optional<Outputs> frame(String line) throws IOException {
            if (line.isEmpty()) {
                return Optional.of(refused("输出没有写完", "the output is not complete"));
            }
            var parts = FRAME.matcher(line);
            if (!parts.matches()) {
                return Optional.of(refused("输出格式不符", "the output is not in the agreed form"));
            }
            var name = parts.group(2);
            if (name.startsWith(".")
                    || !names.add(name.toLowerCase(Locale.ROOT))
                    || items.size() == MOST_ITEMS) {
                return Optional.of(
                        refused(
                                "输出名称重复、以点开头或数量过多：" + name,
                                "a name twice, hidden, or too many: " + name));
            }
            int length = Integer.parseInt(parts.group(3));
            var content = in.readNBytes(length);
            if (content.length < length || in.read() != '\n') {
                return Optional.of(refused("输出没有写完", "the output is not complete"));
            }
            var kind = Output.Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
            var clean = Contents.clean(kind, content);
            if (clean.isEmpty()) {
                return Optional.of(
                        refused(
                                "“" + name + "”不是有效的 " + kind.word(),
                                name + " is not a valid " + kind.word()));
            }
            items.add(new Output(kind, name, clean.get()));
            return Optional.empty();
        }

        private static Refused refused(String zh, String en) {
            return new Refused(new Text(zh, en));
        }

        /// Empty at the end, and for a line that is too long or not ended.
        private String line() throws IOException {
            var line = new StringBuilder();
            for (int one = in.read(); one >= 0; one = in.read()) {
                if (one == '\n') {
                    return line.toString();
                }
                line.append((char) one);
                if (line.length() > LONGEST_LINE) {
                    return "too long";
                }
            }
            return "";
        }
    }
}
