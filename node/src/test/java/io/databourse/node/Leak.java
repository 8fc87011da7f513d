package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.protection.Protect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// An owner's watermark policy and key, and the search for who leaked a file.
public record Leak(Path folder, Path policy, Path key) {

    public static Leak of(Path folder, String policy) throws IOException {
        return new Leak(
                folder,
                Files.writeString(folder.resolve("mark.json"), policy),
                Files.writeString(folder.resolve("owner.key"), "0123456789abcdef".repeat(4)));
    }

    /// Lines for the owner's configuration.
    public String keys(String source, boolean only) {
        return """
        sources.%1$s.release.watermark=%2$s
        sources.%1$s.release.watermark-key=%3$s
        sources.%1$s.release.watermark-only=%4$s
        """
                .formatted(source, policy, key, only);
    }

    /// Three tenths of the rows, in another order.
    public Path sample(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(1));
        rows.subList(rows.size() * 3 / 10, rows.size()).clear();
        rows.addFirst(lines.getFirst());
        return Files.write(folder.resolve("leaked.csv"), rows);
    }

    /// What the owner's command says after its first line.
    ///
    /// @param known the node's own list, with the buyer alone; 49 others are added
    public List<String> trace(Path leaked, Path known) throws IOException {
        var recipients = new ArrayList<>(Files.readAllLines(known));
        assertThat(recipients).hasSize(1);
        IntStream.range(1, 50).forEach(other -> recipients.add("credit-" + other));
        var list = Files.write(folder.resolve("recipients.txt"), recipients);
        var said = new ArrayList<String>();
        var status =
                new Protect(said::add)
                        .run(
                                List.of(
                                        "trace",
                                        "--policy",
                                        policy.toString(),
                                        "--key",
                                        key.toString(),
                                        "--recipients",
                                        list.toString(),
                                        leaked.toString()));
        assertThat(status).isEqualTo(said.contains("The file names nobody.") ? 1 : 0);
        return said.subList(1, said.size());
    }
}
