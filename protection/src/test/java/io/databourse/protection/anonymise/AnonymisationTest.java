package io.databourse.protection.anonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.databourse.protection.table.TableException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The measures are worked out again from the published file alone.
class AnonymisationTest {
    private static final int ROWS = 5_000;

    @TempDir Path folder;
    private Path table;
    private Path copy;

    @BeforeEach
    void makeTable() throws IOException {
        table = folder.resolve("t.csv");
        copy = folder.resolve("c.csv");
        write(1);
    }

    @ParameterizedTest
    @CsvSource({"2, 1,", "10, 1,", "10, 3,", "50, 4, 0.3", "10, 2, 0.15", "4990, 1,", "5, 1, 0"})
    @Tag("E08")
    void every_class_keeps_to_the_policy_and_the_report_says_what_is_in_the_file(
            int k, int l, @Nullable Double t) throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            write(seed);
            AnonymityReport report = new Anonymisation(policy(k, l, t)).write(table, copy);
            Map<List<String>, List<List<String>>> classes = classes();
            List<List<String>> all = classes.values().stream().flatMap(List::stream).toList();
            long least = classes.values().stream().mapToInt(List::size).min().orElseThrow();
            int diversity = classes.values().stream().mapToInt(this::illnesses).min().orElseThrow();
            double far =
                    classes.values().stream()
                            .mapToDouble(c -> distance(c, all))
                            .max()
                            .orElseThrow();
            assertThat(least).isGreaterThanOrEqualTo(k).isEqualTo(report.k());
            assertThat(diversity).isGreaterThanOrEqualTo(l).isEqualTo(report.l().get("illness"));
            assertThat(far).isCloseTo(report.t().get("illness"), within(1e-9));
            assertThat(far).isLessThanOrEqualTo((t == null ? 1 : t) + 1e-9);
            assertThat(report.prosecutorRisk()).isEqualTo(1.0 / least);
            assertThat(report.marketerRisk()).isEqualTo((double) classes.size() / report.rows());
            assertThat(report.rows() + report.suppressed()).isEqualTo(ROWS);
        }
    }

    @Test
    void published_ranges_hold_the_values_of_their_rows() throws IOException {
        new Anonymisation(policy(10, 1, null)).write(table, copy);
        List<String[]> before = new ArrayList<>(cells(table));
        before.removeIf(row -> row[1].isEmpty());
        List<String[]> after = cells(copy);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            String[] age = after.get(i)[0].split("\\.\\.", -1);
            assertThat(new BigDecimal(before.get(i)[1]))
                    .isBetween(new BigDecimal(age[0]), new BigDecimal(age[age.length - 1]));
            String[] joined = after.get(i)[1].split("\\.\\.", -1);
            assertThat(before.get(i)[2]).isBetween(joined[0], joined[joined.length - 1]);
            assertThat(after.get(i)[3]).isEqualTo(before.get(i)[4]);
        }
    }

    @Test
    void classes_are_small_where_they_may_be() throws IOException {
        AnonymityReport report = new Anonymisation(policy(10, 1, null)).write(table, copy);
        // Strict partitioning ends below 2·d·(k − 1) + m rows a class (LeFevre, theorem 2).
        assertThat(report.classes()).isGreaterThan(ROWS / 40);
    }

    @Test
    void names_do_not_get_into_the_copy() throws IOException {
        new Anonymisation(policy(10, 1, null)).write(table, copy);
        assertThat(Files.readString(copy)).doesNotContain("name");
    }

    @Test
    void a_table_that_cannot_keep_to_the_policy_gets_no_copy() {
        assertThatThrownBy(() -> new Anonymisation(policy(ROWS + 1, 1, null)).write(table, copy))
                .isInstanceOf(TableException.class);
        assertThatThrownBy(() -> new Anonymisation(policy(10, 9, null)).write(table, copy))
                .isInstanceOf(TableException.class);
        assertThat(copy).doesNotExist();
    }

    @Test
    void a_column_of_which_the_policy_says_nothing_is_refused() {
        var policy =
                new AnonymisePolicy(
                        Map.of("age", AnonymisePolicy.Scale.NUMBER),
                        Map.of(),
                        List.of("joined", "region", "illness"),
                        List.of(),
                        10,
                        1,
                        null);
        assertThatThrownBy(() -> new Anonymisation(policy).write(table, copy))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("name");
    }

    private static AnonymisePolicy policy(int k, int l, @Nullable Double t) {
        return new AnonymisePolicy(
                Map.of(
                        "age", AnonymisePolicy.Scale.NUMBER,
                        "joined", AnonymisePolicy.Scale.DATE,
                        "region", AnonymisePolicy.Scale.TEXT),
                Map.of("illness", AnonymisePolicy.Scale.TEXT),
                List.of(),
                List.of("name"),
                k,
                l,
                t);
    }

    private void write(int seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("name,age,joined,region,illness"));
        for (int i = 0; i < ROWS; i++) {
            int age = 18 + (int) Math.abs(random.nextGaussian() * 20);
            lines.add(
                    "name%d,%s,20%02d-0%d-11,%s,%s"
                            .formatted(
                                    i,
                                    i % 500 == 3 ? "" : age,
                                    10 + random.nextInt(16),
                                    1 + random.nextInt(9),
                                    "r" + random.nextInt(5) * random.nextInt(7),
                                    "i" + (age > 50 ? random.nextInt(5) : random.nextInt(3))));
        }
        Files.write(table, lines);
    }

    /// Rows of the copy by what is not sensitive in them.
    private Map<List<String>, List<List<String>>> classes() throws IOException {
        Map<List<String>, List<List<String>>> classes = new HashMap<>();
        for (String[] row : cells(copy)) {
            List<String> cells = List.of(row);
            classes.computeIfAbsent(cells.subList(0, 3), _ -> new ArrayList<>()).add(cells);
        }
        return classes;
    }

    private int illnesses(List<List<String>> rows) {
        return new HashSet<>(rows.stream().map(List::getLast).toList()).size();
    }

    private static double distance(List<List<String>> rows, List<List<String>> all) {
        Map<String, Double> difference = new HashMap<>();
        rows.forEach(row -> difference.merge(row.getLast(), 1.0 / rows.size(), Double::sum));
        all.forEach(row -> difference.merge(row.getLast(), -1.0 / all.size(), Double::sum));
        return difference.values().stream().mapToDouble(Math::abs).sum() / 2;
    }

    private static List<String[]> cells(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
