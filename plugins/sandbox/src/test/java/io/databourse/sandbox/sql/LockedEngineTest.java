package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the engine itself refuses after its lock, if a hostile statement got as far as that.
class LockedEngineTest {
    @TempDir private static Path folder;
    private static Path data;
    private static Path other;

    @BeforeAll
    static void write() throws SQLException {
        data = folder.resolve("data.parquet");
        other = folder.resolve("other.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (Path file : List.of(data, other)) {
                statement.execute(
                        "COPY (SELECT 1::BIGINT AS x) TO '" + file + "' (FORMAT parquet)");
            }
        }
    }

    static Stream<String> statements() throws IOException {
        try (var in = LockedEngineTest.class.getResourceAsStream("locked.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    private static SequencedMap<String, Type> columns() {
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("x", Type.INTEGER);
        return columns;
    }

    private static TableFile file() {
        return new TableFile("t", data, TableFile.Format.PARQUET, columns());
    }

    @ParameterizedTest
    @MethodSource("statements")
    void nothing_but_the_permitted_file_can_be_reached(String statement) throws Exception {
        String sql =
                statement
                        .replace("DATA", data.toString())
                        .replace("OTHERNAME", "other.parquet")
                        .replace("OTHER", other.toString());
        byte[] before = Files.readAllBytes(data);
        try (RoomEngine engine = RoomEngine.start(1, 100)) {
            WarmUp.run(engine);
            engine.open(List.of(file()));
            try (var asked = engine.connection().createStatement()) {
                assertThatThrownBy(() -> asked.execute(sql)).isInstanceOf(SQLException.class);
            }
            try (var asked = engine.connection().createStatement();
                    var rows = asked.executeQuery("SELECT x FROM t")) {
                assertThat(rows.next()).isTrue();
            }
        }
        assertThat(Files.readAllBytes(data)).isEqualTo(before);
        try (var files = Files.list(folder)) {
            assertThat(files.sorted(Comparator.naturalOrder()).toList())
                    .containsExactly(data, other);
        }
    }

    /// As if the compiler had let them through: the worker answers each with a class.
    @ParameterizedTest
    @MethodSource("probes")
    void a_hostile_statement_in_a_worker_brings_back_a_class_at_most(
            String sql, @TempDir Path place) {
        Answer answer = new WorkerCall(new ThreadWorkers(place)).query(plan(sql), List.of(file()));

        assertThat(answer).isInstanceOf(Answer.Failed.class);
    }

    static Stream<String> probes() {
        return Stream.of(
                "SELECT content FROM read_text('/etc/passwd')",
                "SELECT content FROM read_text('/proc/self/environ')",
                "SELECT error('alice@example.com') AS x",
                "SELECT CAST('alice@example.com' AS INTEGER) AS x",
                "COPY t TO '/tmp/leak.csv'",
                "SELECT * FROM query('SELECT 1; SELECT 2')",
                "SET enable_external_access = true",
                "SELECT repeat('x', 3000000) AS x",
                "SELECT range AS x FROM range(1000000)",
                "SELECT 1 AS x, 2 AS y",
                "SELECT [1] AS x",
                "not sql");
    }

    private static Plan plan(String sql) {
        SequencedMap<String, Type> columns = columns();
        var table =
                new GovernedTable(
                        "t",
                        Rules.parse(
                                "{\"oneRowPerEntity\":true,\"columns\":{\"x\":{\"role\":\"DIMENSION\"}}}"),
                        columns);
        try (var syntax = new DuckDbSyntax()) {
            var good =
                    (Compilation.Compiled)
                            new Compiler(syntax).query(List.of(table), "select count(*) from t");
            return new Plan(
                    sql,
                    good.plan().query(),
                    good.plan().tables(),
                    List.of("x"),
                    good.plan().limits(),
                    Optional.empty());
        }
    }
}
