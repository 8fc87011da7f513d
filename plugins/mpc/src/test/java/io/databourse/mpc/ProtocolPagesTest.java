package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.TaskCard;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages on the protocols say what the cards say.
class ProtocolPagesTest {
    private static final Path PAGES = Path.of("../../docs/protocols");

    private static final Pattern SOURCE =
            Pattern.compile(
                    "ePrint \\d+/\\d+|(CCS|Financial Cryptography|IEEE S&P|ACM EC|RFC) \\d+");

    static List<TaskCard> cards() {
        return new MpcPlugin().card().tasks();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void a_page_says_what_its_card_says(TaskCard card) throws IOException {
        var page = page(card);
        var disclosure = card.disclosure();
        assertThat(page).startsWith("# `mpc/" + card.name() + "`");
        assertThat(page).contains("**Adversary.** " + disclosure.adversary().en());
        assertThat(disclosure.sizes())
                .allSatisfy(size -> assertThat(page).contains('`' + size.name() + '`'));
        assertThat(disclosure.notProtected())
                .allSatisfy(limit -> assertThat(page).contains("- " + limit.en()));
        assertThat(SOURCE.matcher(disclosure.source()).results().map(MatchResult::group).toList())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(page).contains(source));
    }

    @Test
    void the_overview_has_a_row_for_each_card_and_no_other() throws IOException {
        var rows =
                Files.readAllLines(PAGES.resolve("README.md")).stream()
                        .filter(line -> line.startsWith("| [`mpc/"))
                        .toList();
        assertThat(rows)
                .containsExactlyElementsOf(cards().stream().map(ProtocolPagesTest::row).toList());
    }

    /// What the overview says of a task.
    static String row(TaskCard card) {
        var disclosure = card.disclosure();
        var apart = disclosure.nonCollusion().stream().map(Text::en).toList();
        return "| "
                + String.join(
                        " | ",
                        "[`mpc/" + card.name() + "`](" + file(card) + ")",
                        card.deployment().name().toLowerCase(Locale.ROOT),
                        disclosure.adversary().en(),
                        learns(card, PsiCard.DATA),
                        learns(card, PsiCard.COMPUTE),
                        apart.isEmpty() ? "–" : String.join(" ", apart))
                + " |";
    }

    private static String learns(TaskCard card, String role) {
        var text = card.disclosure().learns().get(role);
        return text == null ? "–" : text.en();
    }

    private static String page(TaskCard card) throws IOException {
        return Files.readString(PAGES.resolve(file(card)));
    }

    private static String file(TaskCard card) {
        boolean proxy = card.deployment() == TaskCard.Deployment.PROXY;
        return card.name() + (proxy ? "-proxy.md" : ".md");
    }
}
