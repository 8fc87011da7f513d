package io.databourse.sandbox.sql;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Takes the ways of a request once before one comes, on made-up rows and an engine that is thrown
/// away: the first query of a JVM is several times as slow as the second.
final class WarmUp {
    private static final String SQL =
            "WITH r AS NOT MATERIALIZED (SELECT g, e FROM t), a AS MATERIALIZED (SELECT g, count(*)"
                    + " n, sum(e) s, avg(e) m, bit_or(CASE WHEN e IS NOT NULL THEN CAST(1 AS"
                    + " UBIGINT) << CAST(hash(e) & 63 AS UBIGINT) END) b FROM r GROUP BY g), u AS"
                    + " MATERIALIZED (SELECT g FROM a WHERE NOT coalesce(bit_count(b) >= 5, FALSE)),"
                    + " z AS MATERIALIZED (SELECT g FROM r WHERE EXISTS (SELECT 1 FROM u WHERE u.g IS"
                    + " NOT DISTINCT FROM r.g) GROUP BY g HAVING count(DISTINCT e) >= 5) SELECT g,"
                    + " CAST(n AS BIGINT), CAST(s AS BIGINT), m FROM a WHERE coalesce(bit_count(b) >="
                    + " 5, FALSE) OR EXISTS (SELECT 1 FROM z WHERE z.g IS NOT DISTINCT FROM a.g)"
                    + " ORDER BY g LIMIT 10";

    private WarmUp() {}

    static void run() throws IOException {
        Path file = Files.createTempFile("warm", ".parquet");
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("g", Type.INTEGER);
        columns.put("e", Type.INTEGER);
        try (var engine = RoomEngine.start();
                var statement = engine.connection().createStatement()) {
            statement.execute(
                    "COPY (SELECT range %% 3 AS g, range AS e FROM range(1000)) TO '%s' (FORMAT parquet)"
                            .formatted(file));
            engine.tree("SELECT g, count(*) FROM t GROUP BY g");
            var table = new TableFile("t", file, TableFile.Format.PARQUET, columns);
            engine.run(
                    new Wire.Request(SQL, List.of(table), new Plan.Limits(10, 10_000), 2, 128),
                    new DataOutputStream(OutputStream.nullOutputStream()));
        } catch (SQLException | RoomFailure e) {
            throw new SandboxTrouble("the engine does not warm up", e);
        } finally {
            Files.delete(file);
        }
    }
}
