package io.databourse.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.plugin.HeldOutput.Verdict;
import io.databourse.plugin.testkit.MemoryHeld;
import io.databourse.sandbox.sql.Rules;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreScreenTest {
    private final MemoryHeld held = new MemoryHeld();
    private final PreScreen screen =
            new PreScreen(
                    held,
                    Rules.parse(Sales.RULES).thresholds(),
                    new PreScreen.Known(
                            200, Set.of("station-00001", "station-00002", "station-00003", "7")));

    private List<String> worse() {
        return held.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.PASS)
                .map(finding -> finding.verdict() + " " + finding.message().en())
                .toList();
    }

    private static PreScreen.Column column(String name, String... values) {
        return new PreScreen.Column(name, List.of(values));
    }

    @Test
    void aggregates_of_large_groups_pass() {
        screen.table("t.csv", List.of(column("province", "Hebei", "Hunan"), column("n", "9", "8")));
        assertThat(worse()).isEmpty();
        assertThat(held.findings()).hasSize(1);
    }

    @Test
    void a_column_of_identifying_values_fails_whatever_its_name_is() {
        screen.table(
                "t.csv", List.of(column("x", "station-00001", "station-00002", "station-00003")));
        assertThat(worse()).containsExactly("FAIL t.csv/x: most values are identifying ones (3)");
    }

    @Test
    void one_identifying_value_among_others_is_pointed_out() {
        screen.table("t.csv", List.of(column("x", "a", "b", "c", "station-00002")));
        assertThat(worse()).containsExactly("REVIEW t.csv/x: 1 values are identifying ones");
    }

    @Test
    void about_as_many_rows_as_the_input_fail() {
        var values = IntStream.range(0, 100).mapToObj(i -> Integer.toString(1000 + i)).toList();
        screen.table("t.csv", List.of(new PreScreen.Column("x", values)));
        assertThat(worse()).containsExactly("FAIL t.csv: about as many rows as the input (200)");
    }

    @Test
    void more_rows_than_the_rules_allow_fail() {
        var values = IntStream.range(0, 101).mapToObj(i -> Integer.toString(1000 + i)).toList();
        screen.table("t.csv", List.of(new PreScreen.Column("x", values)));
        assertThat(worse()).contains("FAIL t.csv: more rows than the rules' 100");
    }

    @Test
    void small_cells_and_long_texts_are_pointed_out() {
        screen.table("t.csv", List.of(column("n", "4", "0", "5"), column("s", "y".repeat(201))));
        assertThat(worse())
                .containsExactly(
                        "REVIEW t.csv/n: 1 whole numbers below 5",
                        "REVIEW t.csv/s: has long texts");
    }

    @Test
    void an_identifying_value_in_a_log_fails() {
        screen.words("log", List.of("KeyError:", "station-00003"));
        assertThat(worse()).containsExactly("FAIL log: has 1 identifying values");
    }

    @Test
    void values_inside_a_document_are_found() {
        var words =
                PreScreen.split(
                        "{\"a\":[\"station-00001\",{\"b\":7}]}"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(words).contains("station-00001", "7");
    }
}
