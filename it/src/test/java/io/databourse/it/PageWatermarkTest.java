package io.databourse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The bank looks at each page of its menu, and tries to get rid of its name on it.
class PageWatermarkTest {
    @RegisterExtension static final Browsers BROWSERS = new Browsers("watermark");

    private static final String MARK = "document.querySelector('bourse-watermark')";

    /// The log is written by another thread.
    private static final int MOST_ROUNDS = 1200;

    @Test
    @Tag("E07")
    void every_page_names_its_user_and_the_time_and_a_removed_name_comes_back_and_is_logged()
            throws IOException, InterruptedException {
        Browser bank = BROWSERS.as("bank").open("/catalogue");
        List<String> pages =
                bank.ask(
                                "return [...document.querySelectorAll('.nav a')]"
                                        + ".map(a => a.getAttribute('href')).join(' ')")
                        .lines()
                        .flatMap(line -> Stream.of(line.split(" ", -1)))
                        .toList();
        assertThat(pages).hasSizeGreaterThan(5);
        for (String page : pages) {
            bank.open("/" + page);
            assertThat(bank.ask("return " + MARK + ".text"))
                    .as(page)
                    .matches("bank · \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
            assertThat(bank.ask("return getComputedStyle(" + MARK + ").backgroundImage"))
                    .contains("bank");
        }

        long before = logged();
        bank.open("/" + pages.getFirst());
        bank.ask(MARK + ".remove()");
        waitUntil(() -> bank.ask("return !!" + MARK).equals("true"));
        assertThat(bank.ask("return " + MARK + ".text")).startsWith("bank");
        waitUntil(() -> logged() == before + 1);
        bank.ask(MARK + ".style.display = 'none'");
        assertThat(bank.ask("return getComputedStyle(" + MARK + ").display")).isEqualTo("block");
    }

    private static long logged() throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.walk(Bourse.home().resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found +=
                        Files.readAllLines(file).stream()
                                .filter(line -> line.contains("watermark was removed: user bank"))
                                .count();
            }
        }
        return found;
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void waitUntil(Condition condition) throws IOException, InterruptedException {
        for (int i = 0; i < MOST_ROUNDS && !condition.holds(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.holds()).isTrue();
    }
}
