package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is compiled is run, and compared with plain SQL in which the thresholds are written out.
class GovernedSqlTest {
    private static Stations stations;
    private static DuckDbSyntax syntax;

    @BeforeAll
    static void open() throws SQLException {
        stations = new Stations();
        syntax = new DuckDbSyntax();
    }

    @AfterAll
    static void close() throws SQLException {
        stations.close();
        syntax.close();
    }

    private static final String ENOUGH = "count(distinct station_id) >= 10";
    private static final String LITRES =
            "count(distinct case when litres is not null then station_id end) >= 10";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select province, count(*) as n, sum(litres) from t group by province"
                        + "| select province, count(*), sum(litres) from t group by 1"
                        + " having ENOUGH and LITRES order by 1 nulls last",
                "select grade, avg(litres) m from t where province in ('P1','P2') and day >= date"
                        + " '2026-03-01' group by grade order by m desc limit 2"
                        + "| select grade, avg(litres) from t where province in ('P1','P2') and day"
                        + " >= '2026-03-01' group by 1 having ENOUGH and LITRES"
                        + " order by 2 desc nulls last limit 2",
                "select count(*) from t | select count(*) from t",
                "select count(distinct station_id) from t where province='Tibet'"
                        + "| select 1 from t limit 0",
                "select date_trunc('month', day) as m, province p, count(litres) from t"
                        + " group by m, p having count(litres) > 3"
                        + "| select date_trunc('month', day)::date, province, count(litres) from t"
                        + " group by 1, 2 having ENOUGH and LITRES and count(litres) > 3"
                        + " order by 1 nulls last, 2 nulls last",
                "select province, grade, secret_group from t group by 1, 2, 3"
                        + "| select province, grade, secret_group from t group by 1, 2, 3"
                        + " having ENOUGH order by 1 nulls last, 2 nulls last, 3 nulls last",
                "select year(day), extract(month from day) as mo, avg(margin), count(distinct"
                        + " station_id) as e from t where province not like 'T%' and grade is not"
                        + " null and not (province = 'P3' or grade <> '91') group by 1, mo"
                        + " order by e desc, mo"
                        + "| select year(day), month(day), avg(margin), count(distinct station_id)"
                        + " from t where province not like 'T%' and grade = '91' and province"
                        + " <> 'P3' group by 1, 2 having ENOUGH order by 4 desc, 2",
                "select sum(litres) s, province from t where age between 20 and 60 group by"
                        + " province order by s"
                        + "| select sum(litres), province from t where age between 20 and 60"
                        + " group by 2 having ENOUGH and LITRES order by 1",
                "select T.\"Province\" as \"we\"\"ird; drop table t --\", count(1) from t as T"
                        + " group by t.province order by 2, 1"
                        + "| select province, count(*) from t group by 1 having ENOUGH order by 2, 1",
            })
    void a_legitimate_query_gives_what_plain_sql_gives(String sql, String plain)
            throws SQLException {
        String oracle = plain.replace("ENOUGH", ENOUGH).replace("LITRES", LITRES);
        List<List<String>> expected = stations.rows(oracle);

        assertThat(stations.rows(compiled(sql.replace("count(1)", "count(*)"))))
                .usingElementComparator(Nearly::compare)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void a_join_keeps_the_stricter_threshold_of_both_tables() throws SQLException {
        String oracle =
                "select sky, province, count(*), avg(rain) from t join w using (region)"
                        + " group by 1, 2 having count(distinct station_id) >= 12"
                        + " and count(distinct sensor) >= 12 order by 1, 2";

        List<List<String>> expected = stations.rows(oracle);
        assertThat(expected).isNotEmpty();
        assertThat(
                        stations.rows(
                                compiled(
                                        "select sky, province, count(*), avg(rain) from t join w"
                                                + " on t.region = w.region group by 1, 2")))
                .usingElementComparator(Nearly::compare)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void groups_too_small_for_the_bits_to_prove_are_counted_exactly() throws SQLException {
        String fine = "select province, grade, day, count(*) from t group by province, grade, day";
        String oracle = fine + " having " + ENOUGH + " order by 1 nulls last, 2 nulls last, 3";

        List<List<String>> expected = stations.rows(oracle);
        assertThat(expected.size()).isGreaterThan(10);
        assertThat(stations.rows(compiled(fine))).isEqualTo(expected);
    }

    @Test
    void one_outweighing_entity_suppresses_its_row() throws SQLException {
        String rules =
                Stations.RULES.replace(
                        "\"maximumRows\"", "\"dominance\":{\"n\":1,\"k\":0.12},\"maximumRows\"");
        String oracle =
                "select province, grade, sum(litres) from t group by 1, 2 having ENOUGH and LITRES"
                        + " and (select 1) = 1 order by 1 nulls last, 2 nulls last";
        String shares =
                "select province, grade, sum(s) from (select province, grade, station_id,"
                        + " sum(litres) s, count(*) n from t group by 1, 2, 3) group by 1, 2"
                        + " having count(station_id) >= 10 and count(case when s is not null then"
                        + " station_id end) >= 10 and max(abs(s)) <= 0.12 * sum(abs(s))"
                        + " and max(n) <= 0.12 * sum(n) order by 1 nulls last, 2 nulls last";

        List<List<String>> without =
                stations.rows(oracle.replace("ENOUGH", ENOUGH).replace("LITRES", LITRES));
        List<List<String>> expected = stations.rows(shares);
        assertThat(expected).isNotEmpty().hasSizeLessThan(without.size());
        assertThat(
                        stations.rows(
                                compiled(
                                        Stations.sales(rules),
                                        "select province, grade, sum(litres) from t group by 1, 2")))
                .usingElementComparator(Nearly::compare)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void where_rows_are_entities_rows_are_counted() throws SQLException {
        String rules =
                Stations.RULES.replace("{\"entityKey\"", "{\"oneRowPerEntity\":true,\"entityKey\"");
        String sql = "select province, grade, day, sum(litres) from t group by 1, 2, 3";
        String oracle =
                "select province, grade, day, sum(litres) from t group by 1, 2, 3"
                        + " having count(*) >= 10 and count(litres) >= 10"
                        + " order by 1 nulls last, 2 nulls last, 3";

        String compiled = compiled(Stations.sales(rules), sql);

        assertThat(compiled).doesNotContain("station_id");
        assertThat(stations.rows(compiled))
                .usingElementComparator(Nearly::compare)
                .containsExactlyElementsOf(stations.rows(oracle));
    }

    @Test
    void numbers_are_rounded_before_conditions_and_order_see_them() throws SQLException {
        String rules =
                Stations.RULES
                        .replace("\"maximumRows\"", "\"roundTo\":5,\"maximumRows\"")
                        .replaceFirst("\"avg\"\\]", "\"avg\"],\"roundTo\":\"0.5\"");
        GovernedTable table = Stations.sales(rules);
        String sql =
                "select grade, count(*) n, avg(litres) a, count(distinct station_id) from t"
                        + " group by grade";

        List<List<String>> rows = stations.rows(compiled(table, sql));

        assertThat(rows).hasSizeGreaterThan(2);
        for (List<String> row : rows) {
            assertThat(Long.parseLong(row.get(1)) % 5).isZero();
            assertThat(Double.parseDouble(row.get(2)) * 2 % 1).isZero();
            assertThat(Long.parseLong(row.get(3)) % 5).isZero();
        }
        // One less than what is shown must not tell the exact count apart.
        String shown = rows.getFirst().get(1);
        assertThat(stations.rows(compiled(table, sql + " having count(*) = " + shown)))
                .contains(rows.getFirst());
    }

    @Test
    void a_row_filter_holds_whatever_a_query_says() throws SQLException {
        var filter =
                new Predicate.Compare(
                        new Dimension(new ColumnRef(0, "province"), Bucket.EXACT),
                        Comparison.EQUAL,
                        new Literal(Type.TEXT, "P1"));
        GovernedTable sales = Stations.sales();
        var filtered =
                new GovernedTable(
                        "t", sales.rules(), sales.columns(), java.util.Optional.of(filter));

        List<List<String>> rows =
                stations.rows(
                        compiled(
                                filtered,
                                "select province, count(*) from t where grade = '91' or true = true"
                                                .replace(" or true = true", " or grade <> '91'")
                                        + " group by province"));

        assertThat(rows).hasSize(1).first().extracting(List::getFirst).isEqualTo("P1");
    }

    @Test
    void a_template_runs_with_its_arguments_as_values() throws SQLException {
        String template =
                """
                "modes":["TEMPLATE"],"templates":[{"name":"by-grade",
                  "sql":"select grade, sum(litres) from t where province = $p and day >= $from group by grade limit $n",
                  "parameters":{"p":{"type":"TEXT"},"from":{"type":"DATE"},
                                "n":{"type":"INTEGER","min":1,"max":3}}}],"maximumRows\"\
                """;
        GovernedTable sales = Stations.sales(Stations.RULES.replace("\"maximumRows\"", template));
        var compiler = new Compiler(syntax);

        Compilation good =
                compiler.template(
                        List.of(sales),
                        "by-grade",
                        Map.of("p", "P1", "from", "2026-02-01", "n", "3"));
        Compilation injected =
                compiler.template(
                        List.of(sales),
                        "by-grade",
                        Map.of("p", "x' or '1'='1", "from", "2026-02-01", "n", "3"));

        assertThat(stations.rows(sql(good))).isNotEmpty();
        assertThat(stations.rows(sql(injected))).isEmpty();
        for (Map<String, String> wrong :
                List.of(
                        Map.of("p", "P1", "from", "2026-02-01"),
                        Map.of("p", "P1", "from", "2026-02-31", "n", "3"),
                        Map.of("p", "P1", "from", "2026-02-01", "n", "4"),
                        Map.of("p", "P1", "from", "2026-02-01", "n", "3", "x", "1"))) {
            assertThat(compiler.template(List.of(sales), "by-grade", wrong))
                    .isInstanceOfSatisfying(
                            Compilation.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.ARGUMENT));
        }
        assertThat(compiler.query(List.of(sales), "select count(*) from t"))
                .isEqualTo(new Compilation.Refused(Rule.MODE, "t"));
    }

    private static String compiled(String sql) {
        return sql(new Compiler(syntax).query(List.of(Stations.sales(), Stations.weather()), sql));
    }

    private static String compiled(GovernedTable table, String sql) {
        return sql(new Compiler(syntax).query(List.of(table), sql));
    }

    private static String sql(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled(var plan) -> plan.sql();
            case Compilation.Refused(var rule, var detail) ->
                    throw new AssertionError(rule + " " + detail);
        };
    }
}
