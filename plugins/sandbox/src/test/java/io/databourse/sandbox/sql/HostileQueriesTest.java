package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileQueriesTest {
    private static Compiler compiler;
    private static DuckDbSyntax syntax;

    @BeforeAll
    static void open() {
        syntax = new DuckDbSyntax();
        compiler = new Compiler(syntax);
    }

    @AfterAll
    static void close() {
        syntax.close();
    }

    record Hostile(String rule, String sql) {}

    static Stream<Hostile> hostile() throws IOException {
        try (var in = HostileQueriesTest.class.getResourceAsStream("hostile.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\\|", 2))
                            .map(parts -> new Hostile(parts[0].strip(), parts[1].strip()))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void is_refused_by_its_rule(Hostile hostile) {
        Compilation compilation =
                compiler.query(List.of(Stations.sales(), Stations.weather()), hostile.sql());

        assertThat(compilation)
                .isInstanceOfSatisfying(
                        Compilation.Refused.class,
                        refused -> assertThat(refused.rule().id()).isEqualTo(hostile.rule()));
    }

    @Test
    void what_is_too_long_or_too_deep_is_refused() {
        for (String sql :
                List.of(
                        "select count(*) from t where " + "not ".repeat(300) + "province = 'a'",
                        "select count(*) from t where province in ('a'" + ", 'a'".repeat(300) + ")",
                        "select count(*) from t where province = 'a'"
                                + " or province = 'a'".repeat(80),
                        "select count(*) from t -- " + "x".repeat(20_000),
                        "select " + "count(*), ".repeat(40) + "count(*) from t",
                        "select count(*) from t\0")) {
            assertThat(compiler.query(List.of(Stations.sales()), sql))
                    .isInstanceOf(Compilation.Refused.class);
        }
    }

    @Test
    void each_rule_says_in_both_languages_what_to_do() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.text().zh()).isNotBlank();
            assertThat(rule.text().en()).isNotBlank();
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
        }
    }
}
