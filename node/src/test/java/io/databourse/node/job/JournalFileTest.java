package io.databourse.node.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    @TempDir Path folder;

    @Test
    void entries_stay_in_their_order() {
        append("one", "two", "three");
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void who_has_not_seen_the_last_entry_appends_nothing() {
        append("one", "two");
        assertThat(journal().append(1, "late".getBytes(UTF_8))).isFalse();
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void an_entry_torn_at_any_byte_is_not_there_and_the_next_takes_its_place() throws IOException {
        append("one");
        var one = Files.size(file());
        append("two");
        var two = Files.readAllBytes(file());
        for (int length = (int) one; length < two.length; length++) {
            var torn = Arrays.copyOf(two, length);
            Files.write(file(), torn);
            assertThat(texts()).containsExactly("one");
            // The file system may have made room for the entry and not have filled all of it.
            Files.write(file(), Arrays.copyOf(torn, two.length + 100));
            assertThat(texts()).containsExactly("one");
            append("two");
            assertThat(file()).hasBinaryContent(two);
        }
    }

    @Test
    void a_changed_byte_before_the_last_entry_stops_the_journal() throws IOException {
        append("one", "two", "three");
        var whole = Files.readAllBytes(file());
        var last = whole.length - 12 - "three".length();
        for (int i = 0; i < last; i++) {
            var changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file(), changed);
            assertThatThrownBy(() -> journal().append(3, "four".getBytes(UTF_8)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void an_empty_or_too_long_entry_is_refused() {
        for (var entry : List.of(new byte[0], new byte[(1 << 16) + 1])) {
            assertThatThrownBy(() -> journal().append(0, entry))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Timeout(120)
    void what_was_acknowledged_before_a_kill_is_there() throws Exception {
        var said = folder.resolve("said");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                JournalFileTest.class.getName(),
                                folder.toString())
                        .redirectOutput(said.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            while (lines(said).size() < 20) {
                Thread.sleep(10);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        var acknowledged = lines(said);
        assertThat(texts()).startsWith(acknowledged.toArray(String[]::new));
        assertThat(texts().size()).isBetween(acknowledged.size(), acknowledged.size() + 1);
    }

    /// Appends until it is killed, and says each entry on a line when it is there.
    static void main(String[] arguments) {
        var journal = new JournalFile(Path.of(arguments[0]), "j");
        for (int i = 0; true; i++) {
            if (journal.append(i, ("entry" + i).getBytes(UTF_8))) {
                System.out.println("entry" + i);
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        var text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void append(String... texts) {
        for (var text : texts) {
            assertThat(journal().append(texts().size(), text.getBytes(UTF_8))).isTrue();
        }
    }

    private List<String> texts() {
        return journal().entries().stream().map(entry -> new String(entry, UTF_8)).toList();
    }

    private JournalFile journal() {
        return new JournalFile(folder, "j");
    }

    private Path file() {
        return folder.resolve("j.journal");
    }
}
