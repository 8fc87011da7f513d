package io.databourse.pricing.book;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.PayAsYouGo;
import io.databourse.pricing.PricePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the user guide and computes each number that it prints.
class PricingGuideTest {
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "```price\n(.*?)```\n\n\\| use \\| amount \\|\n\\|.*?\n(.*?)\n\n",
                    Pattern.DOTALL);

    private final String guide = read();

    @Test
    void each_amount_of_each_table_is_what_is_charged() {
        int rows = 0;
        Matcher example = EXAMPLE.matcher(guide);
        while (example.find()) {
            PriceVersion price = price(example.group(1));
            for (String row : example.group(2).lines().toList()) {
                List<String> cells = cells(row);
                assertThat(price.amount(use(cells.get(0))).amount())
                        .as(example.group(1) + row)
                        .isEqualTo(cells.get(1));
                rows++;
            }
        }

        assertThat(guide.split("```price\n", -1))
                .hasSize(EXAMPLE.matcher(guide).results().toList().size() + 1);
        assertThat(rows).isGreaterThan(20);
    }

    @Test
    void each_line_of_the_table_of_steps_is_a_step() {
        List<String> shown =
                table("| line |").stream()
                        .map(row -> kind(PriceText.read(row.getFirst().replace("`", ""))))
                        .toList();
        List<String> all =
                Stream.of(PriceModel.class, PriceStep.class)
                        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                        .filter(type -> type != PriceStep.Charge.class)
                        .map(Class::getSimpleName)
                        .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
    }

    private static String kind(PriceStep step) {
        Object kind = step instanceof PriceStep.Charge(var model) ? model : step;
        return kind.getClass().getSimpleName();
    }

    @Test
    void the_explanation_is_that_of_the_program() {
        PriceVersion price =
                price(
                        """
                        free-units CALLS 100
                        per-unit CALLS 0.10
                        discount 0.1
                        minimum 50
                        cap 90
                        """);

        assertThat(price.explain(use("CALLS 900")).steps())
                .map(step -> List.of(step.zh(), step.en()))
                .isEqualTo(table("| 中文 |"));
    }

    @Test
    void the_hash_is_that_of_the_text() {
        PriceVersion price = price("per-unit CALLS 0.10");

        assertThat(guide)
                .contains("```text\n" + price.canonicalText() + "```")
                .contains("Its hash is `" + price.hash() + "`");
    }

    @Test
    void the_findings_are_those_of_the_check() {
        PriceVersion volume = price("volume CALLS 0:0.10 1000:0.05 10000:0.01");
        List<Offer> packs =
                table("| pack |").stream()
                        .map(row -> new Offer(number(row.get(0)).floor(), number(row.get(1))))
                        .toList();

        assertThat(Arbitrage.check(volume, Meter.CALLS))
                .extracting(Arbitrage.Finding::en)
                .contains(quotes().getFirst());
        assertThat(Arbitrage.check(packs))
                .extracting(Arbitrage.Finding::en)
                .containsExactly(quotes().getLast());
    }

    @Test
    void what_is_paid_as_it_comes_is_charged_and_granted_as_shown() {
        Matcher lines = Pattern.compile("```terms\n(.*?)```", Pattern.DOTALL).matcher(guide);
        assertThat(lines.find()).isTrue();
        var terms = PayAsYouGo.of(price(lines.group(1)), Money.cny("10.00"));
        List<List<String>> rows = table("| used so far |");

        assertThat(rows).hasSizeGreaterThan(3);
        for (List<String> row : rows) {
            Consumption used = counted(use(row.get(0)));
            assertThat(terms.due(used).amount()).as(row.get(0)).isEqualTo(row.get(1));
            assertThat(terms.coveredUnits(used))
                    .as(row.get(0))
                    .isEqualTo(number(row.get(2)).floor());
        }
    }

    @Test
    void after_a_pack_it_goes_on_as_told() {
        var terms =
                PayAsYouGo.after(
                        new PricePlan.Pack(10, Money.cny("5000.00"), 365),
                        price("per-unit UNITS 0.40"),
                        Money.cny("10.00"));
        String told =
                "%s are set aside for %d units; 12 of them cost %s."
                        .formatted(
                                Amounts.money(terms.reserved().major()),
                                terms.coveredUnits(Consumption.NONE),
                                Amounts.money(terms.due(Consumption.of(Meter.UNITS, 12)).major()));

        assertThat(guide).contains(told);
    }

    /// A hit or a miss is a call and takes a unit.
    private static Consumption counted(Consumption used) {
        Rational calls = used.get(Meter.HITS).plus(used.get(Meter.MISSES));
        return used.with(Meter.CALLS, calls).with(Meter.UNITS, calls);
    }

    private List<String> quotes() {
        return guide.lines()
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }

    private List<List<String>> table(String head) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = guide.lines().dropWhile(line -> !line.startsWith(head)).toList();
        for (String line : lines.subList(2, lines.size())) {
            if (line.isEmpty()) {
                break;
            }
            rows.add(cells(line));
        }
        return rows;
    }

    private static List<String> cells(String row) {
        return List.of(row.substring(2, row.length() - 2).split(" \\| "));
    }

    private static PriceVersion price(String text) {
        return Prices.version(text.lines().map(PriceText::read).toArray(PriceStep[]::new));
    }

    private static Consumption use(String text) {
        Consumption use = Consumption.NONE;
        for (String part : text.split("; ", -1)) {
            String[] words = part.split(" ", -1);
            use = use.with(Meter.valueOf(words[0]), number(words[1]));
        }
        return use;
    }

    private static Rational number(String text) {
        String[] parts = text.replace(",", "").split("/", -1);
        Rational whole = Rational.parse(parts[0]);
        return parts.length == 1 ? whole : whole.dividedBy(Rational.parse(parts[1]));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "pricing.md"))
                    .lines()
                    .collect(joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
