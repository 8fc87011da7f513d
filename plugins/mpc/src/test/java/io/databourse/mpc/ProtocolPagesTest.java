package io.databourse.mpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.TaskCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static String page(TaskCard card) throws IOException {
        boolean proxy = card.deployment() == TaskCard.Deployment.PROXY;
        return Files.readString(PAGES.resolve(card.name() + (proxy ? "-proxy.md" : ".md")));
    }
}
