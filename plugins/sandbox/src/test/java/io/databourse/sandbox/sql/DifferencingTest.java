package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.sandbox.noise.BudgetLedger;
import io.databourse.sandbox.noise.DiscreteLaplace;
import io.databourse.sandbox.noise.Epsilon;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two answers that each keep the threshold, and one person's salary in their difference.
class DifferencingTest {
    @TempDir private static Path folder;
    private static DuckDbSyntax syntax;
    private static TableFile people;

    private static final String RULES =
            """
            {"entityKey":"uid","columns":{
               "uid":{"role":"ENTITY"},
               "dept":{"role":"DIMENSION","values":["d1","d2"]},
               "city":{"role":"DIMENSION"},
               "sal":{"role":"MEASURE","aggregates":["sum","count","avg"],"min":0,"max":100}},
             "minimumEntities":5%s}
            """;
    private static final String NOISE =
            ",\"privacy\":{\"epsilonPerQuery\":\"0.5\",\"epsilonTotal\":\"2\",\"maxRowsPerEntity\":1}";
    private static final String ALL = "select sum(sal) from t where dept = 'd1'";
    private static final String BUT_ONE =
            "select sum(sal) from t where dept = 'd1' and city <> 'rare'";

    @BeforeAll
    static void open() throws IOException {
        syntax = new DuckDbSyntax();
        var csv = new StringBuilder("uid,dept,city,sal\n");
        for (int uid = 0; uid < 30; uid++) {
            String city = uid == 7 ? "rare" : "common";
            csv.append(
                    "%d,%s,%s,%d\n"
                            .formatted(
                                    uid, uid < 15 ? "d1" : "d2", city, uid == 7 ? 70 : 40 + uid));
        }
        Path file = Files.writeString(folder.resolve("people.csv"), csv);
        people = new TableFile("t", file, TableFile.Format.CSV, columns());
    }

    @AfterAll
    static void close() {
        syntax.close();
    }

    private static SequencedMap<String, Type> columns() {
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("uid", Type.INTEGER);
        columns.put("dept", Type.TEXT);
        columns.put("city", Type.TEXT);
        columns.put("sal", Type.DOUBLE);
        return columns;
    }

    private static GovernedTable table(String more) {
        return new GovernedTable("t", Rules.parse(RULES.formatted(more)), columns());
    }

    @Test
    void thresholds_alone_give_a_salary_away_to_the_cent() {
        double all = number(ask("", ALL, Optional.empty()));
        double butOne = number(ask("", BUT_ONE, Optional.empty()));

        assertThat(all).isEqualTo(728.0);
        assertThat(butOne).isEqualTo(658.0);
        assertThat(all - butOne).isEqualTo(70.0);
    }

    @Test
    void the_history_of_queries_flags_the_second_one() throws InterruptedException {
        var journal = new InMemoryJournal();
        var history = new QueryHistory(_ -> journal, new Random(1));

        assertThat(history.note(plan(ALL), List.of(), "job-1")).isEmpty();
        assertThat(history.note(plan(BUT_ONE), List.of(), "job-2"))
                .containsExactly(new Overlap(Overlap.Kind.NESTED, "job-1"));
        assertThat(history.note(plan(BUT_ONE.replace("rare", "odd")), List.of(), "job-3"))
                .containsExactly(
                        new Overlap(Overlap.Kind.NESTED, "job-1"),
                        new Overlap(Overlap.Kind.NEIGHBOURING, "job-2"));
        assertThat(
                        history.note(
                                plan(
                                        "select sum(sal) as s from t where city <> 'rare' and dept = 'd1' limit 1"),
                                List.of(),
                                "job-4"))
                .contains(new Overlap(Overlap.Kind.REPEATED, "job-2"));
        assertThat(
                        history.note(
                                plan(
                                        "select city, sum(sal) from t where dept = 'd1' group by city"),
                                List.of(),
                                "job-5"))
                .contains(new Overlap(Overlap.Kind.ROLLED_UP, "job-1"));
        assertThat(
                        history.note(
                                plan("select count(sal) from t where dept = 'd1'"),
                                List.of(),
                                "job-6"))
                .isEmpty();
    }

    @Test
    void with_noise_the_difference_says_little_about_one_salary() {
        Plan all = plan(table(NOISE), ALL);
        Plan butOne = plan(table(NOISE), BUT_ONE);
        ResultTable exactAll = exact(all);
        ResultTable exactButOne = exact(butOne);

        long close = 0;
        for (int i = 0; i < 1_000; i++) {
            double difference = noisy(all, exactAll) - noisy(butOne, exactButOne);
            close += Math.abs(difference - 70) <= 10 ? 1 : 0;
        }

        // The noise of each sum has the scale 100 / 0.5 = 200: within ±10 lie 2.5 % of the
        // differences.
        assertThat(close).isLessThan(80);
    }

    @Test
    @Tag("E09")
    void
            the_budget_decreases_and_when_it_is_exhausted_queries_are_refused_and_noise_passes_a_ks_test()
                    throws Exception {
        var ledger = new BudgetLedger(new InMemoryJournal());
        for (int query = 1; query <= 4; query++) {
            Answer answer = ask(NOISE, ALL, Optional.of(new Budget(ledger, "job-" + query)));
            assertThat(answer).isInstanceOf(Answer.Table.class);
            assertThat(ledger.spent())
                    .isEqualTo(
                            Epsilon.of(
                                    new java.math.BigDecimal("0.5")
                                            .multiply(new java.math.BigDecimal(query))
                                            .toPlainString()));
        }
        assertThat(ask(NOISE, ALL, Optional.of(new Budget(ledger, "job-5"))))
                .isEqualTo(new Answer.Refused(Rule.BUDGET, ""));
        assertThat(ask(NOISE, ALL, Optional.of(new Budget(ledger, "job-1"))))
                .isEqualTo(new Answer.Refused(Rule.ANSWERED, ""));
        assertThat(ledger.spent()).isEqualTo(Epsilon.of("2"));

        Plan count = plan(table(NOISE), "select count(*) from t");
        ResultTable exact = exact(count);
        long[] noise = new long[20_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (long) noisy(count, exact) - 30;
        }
        // The count is 30 and is shown as at least 0, so the test looks above −30 only.
        assertThat(distance(noise, 0.5, -29)).isLessThan(1.95 / Math.sqrt(noise.length));
        assertThat(distance(noise, 0.55, -29)).isGreaterThan(1.95 / Math.sqrt(noise.length));
    }

    /// The Kolmogorov-Smirnov distance to the discrete Laplace distribution; 1.95 ⁄ √n is exceeded
    /// with a probability of 0.001.
    private static double distance(long[] noise, double epsilon, long from) {
        long[] sorted = noise.clone();
        Arrays.sort(sorted);
        double p = Math.exp(-epsilon);
        double worst = 0;
        for (long x = from; x <= 60; x++) {
            double below =
                    x < 0
                            ? Math.pow(p, (double) -x) / (1 + p)
                            : 1 - Math.pow(p, (double) (x + 1)) / (1 + p);
            double found = (double) upTo(sorted, x) / sorted.length;
            worst = Math.max(worst, Math.abs(below - found));
        }
        return worst;
    }

    private static long upTo(long[] sorted, long x) {
        return Arrays.stream(sorted).takeWhile(value -> value <= x).count();
    }

    @Test
    void no_entity_changes_a_statistic_by_more_than_its_sensitivity() throws Exception {
        String privacy =
                ",\"privacy\":{\"epsilonPerQuery\":\"1\",\"epsilonTotal\":\"2\",\"maxGroupsPerEntity\":2,"
                        + "\"maxRowsPerEntity\":3}";
        var random = new java.util.Random(11);
        var rows = new java.util.ArrayList<String>();
        for (int i = 0; i < 600; i++) {
            rows.add(
                    "%d,d%d,c%d,%s"
                            .formatted(
                                    random.nextInt(12),
                                    random.nextInt(3),
                                    random.nextInt(4),
                                    random.nextInt(9) == 0
                                            ? ""
                                            : String.valueOf(random.nextGaussian() * 300)));
        }
        Plan plan =
                plan(
                        table(privacy),
                        "select city, count(*), avg(sal), count(distinct uid) from t group by city");
        PrivatePlan noise = plan.privately().orElseThrow();
        ResultTable with = exact(plan, rows);
        for (int uid = 0; uid < 12; uid++) {
            String gone = uid + ",";
            ResultTable without =
                    exact(plan, rows.stream().filter(row -> !row.startsWith(gone)).toList());
            for (int s = 0; s < noise.statistics().size(); s++) {
                assertThat(change(with, without, 1 + s))
                        .isLessThanOrEqualTo(noise.statistics().get(s).sensitivity());
            }
        }
    }

    private static BigInteger change(ResultTable a, ResultTable b, int column) {
        var sums = new java.util.HashMap<String, Long>();
        for (int row = 0; row < a.rows(); row++) {
            sums.merge(
                    key(a, row),
                    Long.parseLong(a.columns().get(column).text(row).orElseThrow()),
                    Long::sum);
        }
        for (int row = 0; row < b.rows(); row++) {
            sums.merge(
                    key(b, row),
                    -Long.parseLong(b.columns().get(column).text(row).orElseThrow()),
                    Long::sum);
        }
        return BigInteger.valueOf(sums.values().stream().mapToLong(Math::abs).sum());
    }

    private static String key(ResultTable table, int row) {
        return table.columns().getFirst().text(row).orElse("");
    }

    @Test
    void declared_groups_all_show_and_others_only_above_the_threshold() {
        Answer declared =
                ask(
                        NOISE,
                        "select dept, count(*) n from t where city = 'nowhere' group by dept",
                        Optional.of(new Budget(new BudgetLedger(new InMemoryJournal()), "a")));
        Answer thresholded =
                ask(
                        NOISE,
                        "select city, count(*) n from t group by city",
                        Optional.of(new Budget(new BudgetLedger(new InMemoryJournal()), "b")));

        assertThat(GovernedQueryTest.rows(((Answer.Table) declared).table()))
                .extracting(List::getFirst)
                .containsExactly("d1", "d2");
        // One entity is in 'rare': it shows with a probability of a millionth.
        assertThat(GovernedQueryTest.rows(((Answer.Table) thresholded).table()))
                .extracting(List::getFirst)
                .doesNotContain("rare");
    }

    @Test
    void what_cannot_be_private_is_refused() {
        var compiler = new Compiler(syntax);
        String noRange = RULES.formatted(NOISE).replace(",\"min\":0,\"max\":100", "");
        var open = new GovernedTable("t", Rules.parse(noRange), columns());

        assertThat(compiler.query(List.of(open), "select sum(sal) from t"))
                .isEqualTo(new Compilation.Refused(Rule.PRIVATE_RANGE, "sal"));
        assertThat(
                        compiler.query(
                                List.of(table(NOISE)),
                                "select dept, count(*) from t group by dept having count(*) > 3"))
                .isEqualTo(new Compilation.Refused(Rule.PRIVATE_FORM, ""));
        assertThat(ask(NOISE, ALL, Optional.empty()))
                .isEqualTo(new Answer.Refused(Rule.BUDGET, ""));
    }

    private static Answer ask(String more, String sql, Optional<Budget> budget) {
        return new GovernedQuery(syntax, new ThreadWorkers(folder), budget)
                .ask(List.of(table(more)), sql, List.of(people));
    }

    private static Plan plan(String sql) {
        return plan(table(""), sql);
    }

    private static Plan plan(GovernedTable table, String sql) {
        return ((Compilation.Compiled) new Compiler(syntax).query(List.of(table), sql)).plan();
    }

    private static ResultTable exact(Plan plan) {
        return ((Answer.Table)
                        new WorkerCall(new ThreadWorkers(folder)).query(plan, List.of(people)))
                .table();
    }

    private static ResultTable exact(Plan plan, List<String> rows) throws IOException {
        Path file = Files.createTempFile(folder, "rows", ".csv");
        Files.writeString(file, "uid,dept,city,sal\n" + String.join("\n", rows) + "\n");
        var table = new TableFile("t", file, TableFile.Format.CSV, columns());
        return ((Answer.Table)
                        new WorkerCall(new ThreadWorkers(folder)).query(plan, List.of(table)))
                .table();
    }

    private static double noisy(Plan plan, ResultTable exact) {
        var table =
                new NoisyTable(plan.query(), plan.privately().orElseThrow(), new DiscreteLaplace())
                        .of(exact);
        return Double.parseDouble(table.columns().getFirst().text(0).orElseThrow());
    }

    private static double number(Answer answer) {
        var table = ((Answer.Table) answer).table();
        return Double.parseDouble(table.columns().getFirst().text(0).orElseThrow());
    }
}
