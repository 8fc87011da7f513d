package io.databourse.web.parts;

import com.vaadin.flow.component.html.Span;
import io.databourse.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What services, plugins and nodes say of their own. They say it in English, for logs and for
/// callers of the API. What they say every day has words here in both languages; the rest is marked
/// as English on a Chinese page and stands back.
public final class Said {
    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";

    /// What a program of a room says: maybe who, a rule's id, maybe with a word of the query, then
    /// English and Chinese.
    private static final Pattern IN_BOTH =
            Pattern.compile(
                    "(?:(?:[^:]*: )?([a-z]+(?:-[a-z]+)*)(?: \\((.*?)\\))?: )?"
                            + "([^\\p{IsHan}]*?\\.) (?=[^.]*\\p{IsHan})(.*)",
                    Pattern.DOTALL);

    private static final Pattern WITH_A_SLASH =
            Pattern.compile("(.*\\p{IsHan}.*) / ([^\\p{IsHan}]*)", Pattern.DOTALL);

    private static final List<Sentence> EVERY_DAY =
            List.of(
                    new Sentence(IN_BOTH, Said::inBoth),
                    new Sentence("attempt (\\d+)", m -> Texts.t("said.attempt", m.group(1))),
                    new Sentence("(\\d+) rows", m -> Texts.t("said.rows", number(m.group(1)))),
                    new Sentence("released automatically", m -> Texts.t("said.released")),
                    new Sentence(
                            "The node (.+) is not connected\\.",
                            m -> Texts.t("said.nodeOffline", m.group(1))),
                    new Sentence("No unit of the contract is left\\.", m -> Texts.t("said.noUnit")),
                    new Sentence(
                            DAY + " is no working day\\.",
                            m -> Texts.t("said.noWorkingDay", m.group(1))),
                    new Sentence(
                            DAY + " has not come yet\\.",
                            m -> Texts.t("said.notComeYet", m.group(1))),
                    new Sentence(
                            "You have decided on .+; another operator must\\.",
                            m -> Texts.t("said.anotherMust")),
                    new Sentence(
                            "The books of (\\S+) are cut\\.",
                            m -> Texts.t("said.booksCut", m.group(1))),
                    new Sentence(
                            "The books of (\\S+) take in late charges until (\\S{10})\\S+",
                            m -> Texts.t("said.booksOpen", m.group(1), m.group(2))),
                    new Sentence("\\S+ is in dispute\\.", m -> Texts.t("said.inDispute")),
                    new Sentence(
                            "\\S+ could be disputed until (\\S{10})\\S+",
                            m -> Texts.t("said.tooLate", m.group(1))),
                    new Sentence(
                            "pack of (\\d+) units: ([0-9.]+) CNY",
                            m -> Texts.t("said.pack", number(m.group(1)), yuan(m.group(2)))),
                    new Sentence(
                            "× (\\d+) = (\\d+) units: ([0-9.]+) CNY",
                            m ->
                                    Texts.t(
                                            "said.packs",
                                            m.group(1),
                                            number(m.group(2)),
                                            yuan(m.group(3)))));

    private Said() {}

    /// In words of the page's language if there are some, else as it was said.
    public static Span text(String said) {
        Optional<String> words = words(said);
        if (words.isPresent()) {
            return Blocks.text(words.get());
        }
        return isForeign(said) ? inEnglish(said) : Blocks.text(said);
    }

    /// What plugins and services say in Chinese, a slash and English.
    static String inOneLanguage(String said) {
        Matcher both = WITH_A_SLASH.matcher(said);
        return both.matches() ? both.group(Texts.language() == Language.EN ? 2 : 1) : said;
    }

    static Span inEnglish(String said) {
        Span text = Blocks.text("said", said);
        text.getElement().setAttribute("lang", Language.EN.tag());
        return text;
    }

    /// Whether the text is English on a page that is not.
    static boolean isForeign(String said) {
        return Texts.language() != Language.EN
                && said.codePoints().noneMatch(Character::isIdeographic)
                && said.codePoints().anyMatch(Character::isLetter);
    }

    static Optional<String> words(String said) {
        return EVERY_DAY.stream().flatMap(sentence -> sentence.words(said).stream()).findFirst();
    }

    private static String inBoth(MatchResult said) {
        String words = Texts.language() == Language.EN ? said.group(3) : said.group(4);
        if (said.group(1) == null) {
            return words;
        }
        return said.group(2) == null
                ? Texts.t("said.rule", said.group(1), words)
                : Texts.t("said.ruleAbout", said.group(1), words, said.group(2));
    }

    private static String number(String digits) {
        return Figures.of(Long.parseLong(digits));
    }

    private static String yuan(String amount) {
        return Figures.of(Money.cny(amount));
    }

    private record Sentence(Pattern pattern, Function<MatchResult, String> translation) {
        Sentence(String pattern, Function<MatchResult, String> translation) {
            this(Pattern.compile(pattern), translation);
        }

        Optional<String> words(String said) {
            Matcher matcher = pattern.matcher(said);
            return matcher.matches()
                    ? Optional.of(translation.apply(matcher.toMatchResult()))
                    : Optional.empty();
        }
    }
}
