package io.databourse.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchesTest {
    private static final Path LISTED = Path.of("bench-cases.txt");

    @Test
    void the_help_lists_every_case_and_says_which_run_only_when_they_are_named()
            throws IOException {
        Settings settings = Settings.load(Path.of(".."), Map.of());
        Benches benches = new Benches(settings, new BourseSystem(settings, (_, _) -> {}), _ -> {});

        List<String> known =
                benches.cases().stream()
                        .map(each -> words(each.bench(), each.name(), Benches.isLarge(each)))
                        .toList();

        assertThat(Files.readAllLines(LISTED).stream().map(BenchesTest::words).toList())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static String words(String line) {
        String[] words = line.split("\\s+", 3);
        return words(words[0], words[1], line.endsWith("only when it is named"));
    }

    private static String words(String bench, String name, boolean onlyWhenNamed) {
        return bench + " " + name + (onlyWhenNamed ? " only when named" : "");
    }
}
