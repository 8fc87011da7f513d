package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GovernedQueryTest {
    @TempDir private static Path folder;
    private static Stations stations;
    private static DuckDbSyntax syntax;
    private static Path parquet;
    private static Path csv;

    @BeforeAll
    static void open() throws SQLException {
        stations = new Stations();
        syntax = new DuckDbSyntax();
        parquet = folder.resolve("t.parquet");
        csv = folder.resolve("t.csv");
        stations.run("COPY t TO '" + parquet + "' (FORMAT parquet)");
        stations.run("COPY t TO '" + csv + "' (FORMAT csv, HEADER)");
    }

    @AfterAll
    static void close() throws SQLException {
        stations.close();
        syntax.close();
    }

    private static final String SQL =
            "select province, year(day) y, count(*) n, sum(litres) s, avg(margin) a from t"
                    + " group by province, y order by n desc";

    private static TableFile file(Path path, TableFile.Format format) {
        return new TableFile("t", path, format, Stations.sales().columns());
    }

    @Test
    void both_kinds_of_copies_give_the_same_numbers_as_the_engine_at_home() throws Exception {
        try (var parsers = new WorkerPool(workers(Work.PARSE, "parse"), 1);
                var workers = new WorkerPool(workers("same"), 1)) {
            var query = new GovernedQuery(new RoomSyntax(parsers), workers);

            ResultTable fromParquet = table(query, SQL, file(parquet, TableFile.Format.PARQUET));
            ResultTable fromCsv = table(query, SQL, file(csv, TableFile.Format.CSV));

            var compiled =
                    (Compilation.Compiled)
                            new Compiler(syntax).query(List.of(Stations.sales()), SQL);
            List<List<String>> expected = stations.rows(compiled.plan().sql());
            assertThat(expected).hasSizeGreaterThan(5);
            for (ResultTable table : List.of(fromParquet, fromCsv)) {
                assertThat(table.columns().stream().map(ResultColumn::name))
                        .containsExactly("province", "y", "n", "s", "a");
                assertThat(rows(table))
                        .usingElementComparator(Nearly::compare)
                        .containsExactlyElementsOf(expected);
            }
            assertThat(fromParquet.toCsv().lines().count()).isEqualTo(expected.size() + 1);
        }
    }

    @Test
    void an_error_comes_back_as_a_class_without_a_word_of_the_data() throws Exception {
        Path broken = folder.resolve("broken.csv");
        Files.writeString(
                broken, "who,age\nalice@example.com,3\nbob@example.com,carol@example.com\n");
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("who", Type.TEXT);
        columns.put("age", Type.INTEGER);
        var people =
                new GovernedTable(
                        "t",
                        Rules.parse(
                                "{\"entityKey\":\"who\",\"columns\":{\"who\":{\"role\":\"ENTITY\"},"
                                        + "\"age\":{\"role\":\"MEASURE\",\"aggregates\":[\"sum\"]}}}"),
                        columns);

        Answer answer =
                new GovernedQuery(syntax, workers("error"))
                        .ask(
                                List.of(people),
                                "select sum(age) from t",
                                List.of(new TableFile("t", broken, TableFile.Format.CSV, columns)));

        assertThat(answer).isEqualTo(new Answer.Failed(Failure.DATA));
        assertThat(answer.toString()).doesNotContain("example.com");
    }

    @Test
    void a_broken_file_hurts_no_later_query() throws Exception {
        Path broken = folder.resolve("broken.parquet");
        byte[] bytes = Files.readAllBytes(parquet);
        for (int i = 100; i < bytes.length - 100; i += 7) {
            bytes[i] ^= 0x55;
        }
        Files.write(broken, bytes);
        var query = new GovernedQuery(syntax, workers("after"));

        Answer first = ask(query, SQL, file(broken, TableFile.Format.PARQUET));
        Answer second = ask(query, SQL, file(parquet, TableFile.Format.PARQUET));

        assertThat(first).isInstanceOf(Answer.Failed.class);
        assertThat(second).isInstanceOf(Answer.Table.class);
    }

    @Test
    void another_column_type_than_declared_is_refused() throws Exception {
        SequencedMap<String, Type> columns = new LinkedHashMap<>(Stations.sales().columns());
        columns.put("age", Type.TEXT);
        var query = new GovernedQuery(syntax, workers("types"));

        Answer answer =
                ask(query, SQL, new TableFile("t", parquet, TableFile.Format.PARQUET, columns));

        assertThat(answer).isEqualTo(new Answer.Failed(Failure.DATA));
    }

    @Test
    void more_rows_or_bytes_than_allowed_are_a_failure_and_not_a_cut() throws Exception {
        String few = Stations.RULES.replace("\"maximumRows\":1000", "\"maximumRows\":3");
        String small =
                Stations.RULES.replace(
                        "\"maximumRows\":1000", "\"maximumBytes\":40,\"maximumRows\":1000");
        var query = new GovernedQuery(syntax, workers("large"));
        List<TableFile> files = List.of(file(parquet, TableFile.Format.PARQUET));

        assertThat(query.ask(List.of(Stations.sales(few)), SQL, files))
                .isEqualTo(new Answer.Failed(Failure.TOO_MANY_ROWS));
        assertThat(query.ask(List.of(Stations.sales(small)), SQL, files))
                .isEqualTo(new Answer.Failed(Failure.TOO_LARGE));
        assertThat(query.ask(List.of(Stations.sales(few)), SQL + " limit 2", files))
                .isInstanceOf(Answer.Table.class);
    }

    @Test
    void a_query_beyond_its_time_ends_with_that_class() throws Exception {
        var plan =
                (Compilation.Compiled) new Compiler(syntax).query(List.of(Stations.sales()), SQL);
        var endless =
                new Plan(
                        "select count(*) from range(1000000000) a, range(100000) b"
                                + " where (a.range + b.range) % 7 = 8",
                        plan.plan().query(),
                        plan.plan().tables(),
                        List.of("n"),
                        plan.plan().limits(),
                        Optional.empty());

        Answer answer =
                new GovernedQuery(
                                syntax,
                                new PlainWorkers(
                                        Work.QUERY,
                                        Files.createDirectory(folder.resolve("endless")),
                                        Duration.ofSeconds(2)))
                        .run(endless, List.of(file(parquet, TableFile.Format.PARQUET)));

        assertThat(answer).isEqualTo(new Answer.Failed(Failure.TIME));
    }

    @Test
    void no_worker_is_handed_out_twice_and_none_that_has_ended() throws Exception {
        try (var pool = new WorkerPool(workers("once"), 1)) {
            assertThat(pool.awaitFull(30_000)).isTrue();
            Path first;
            Path second;
            try (Worker worker = pool.start()) {
                first = worker.place().folder();
            }
            assertThat(pool.awaitFull(30_000)).isTrue();
            try (Worker worker = pool.start()) {
                second = worker.place().folder();
                worker.room().input().close();
                worker.room().end();
                assertThat(worker.room().isRunning()).isFalse();
            }
            assertThat(second).isNotEqualTo(first);
        }
        Worker spare = workers("ended").start();
        spare.room().close();
        spare.room().end();
        var all = new ArrayList<>(List.of(spare, workers("next").start()));
        try (var pool = new WorkerPool(all::removeFirst, 1);
                Worker worker = pool.start()) {
            assertThat(worker.room().isRunning()).isTrue();
        }
    }

    @Test
    void a_worker_is_used_once_and_the_pool_is_filled_again() throws Exception {
        PlainWorkers workers = workers("pool");
        try (var pool = new WorkerPool(workers, 1)) {
            assertThat(pool.awaitFull(30_000)).isTrue();
            var query = new GovernedQuery(syntax, pool);

            ask(query, SQL, file(parquet, TableFile.Format.PARQUET));
            ask(query, SQL, file(parquet, TableFile.Format.PARQUET));

            assertThat(pool.awaitFull(30_000)).isTrue();
            assertThat(workers.started.get()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void csv_quotes_what_would_break_it() {
        var names =
                new ResultColumn.Texts(
                        "a,b",
                        Type.TEXT,
                        new String[] {"x\"y", "", "line\nline"},
                        new boolean[] {false, false, false});
        var numbers =
                new ResultColumn.Longs(
                        "n", new long[] {1, 0, 3}, new boolean[] {false, true, false});

        assertThat(
                        new ResultTable(List.of(names, numbers), 3)
                                .toCsv()
                                .getBytes(StandardCharsets.UTF_8))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("\"a,b\",n\r\n\"x\"\"y\",1\r\n\"\",\r\n\"line\nline\",3\r\n");
    }

    private static PlainWorkers workers(String name) throws IOException {
        return workers(Work.QUERY, name);
    }

    private static PlainWorkers workers(Work work, String name) throws IOException {
        return new PlainWorkers(
                work, Files.createDirectory(folder.resolve(name)), Duration.ofMinutes(2));
    }

    private static Answer ask(GovernedQuery query, String sql, TableFile file) {
        return query.ask(List.of(Stations.sales()), sql, List.of(file));
    }

    private static ResultTable table(GovernedQuery query, String sql, TableFile file) {
        return switch (ask(query, sql, file)) {
            case Answer.Table(var table) -> table;
            case Answer.Refused refused -> throw new AssertionError(refused.toString());
            case Answer.Failed failed -> throw new AssertionError(failed.toString());
        };
    }

    static List<List<String>> rows(ResultTable table) {
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < table.rows(); row++) {
            var texts = new ArrayList<String>();
            for (ResultColumn column : table.columns()) {
                texts.add(column.text(row).orElse("null"));
            }
            rows.add(texts);
        }
        return rows;
    }
}
