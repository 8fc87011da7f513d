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

/// Takes the ways of a request once before one comes, on made-up rows: the first query of a process
/// is several times as slow as the second. A thousand groups, so that the loops over the result are
/// compiled.
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
                    + " ORDER BY g LIMIT 1000";

    private WarmUp() {}

    /// Leaves nothing in the engine.
    static void run(RoomEngine engine) throws IOException {
        Path file = Files.createTempFile("warm", ".parquet");
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("g", Type.INTEGER);
        columns.put("e", Type.INTEGER);
        var table = new TableFile("t", file, TableFile.Format.PARQUET, columns);
        try {
            engine.execute(
                    List.of(
                            "COPY (SELECT range %% 1000 AS g, range AS e FROM range(20000)) TO '%s' (FORMAT parquet)"
                                    .formatted(file)));
            engine.load(List.of(table));
            engine.answer(
                    new Wire.Request(SQL, List.of(table), new Plan.Limits(1_000, 1_000_000)),
                    new DataOutputStream(OutputStream.nullOutputStream()));
            engine.execute(List.of("DROP VIEW t"));
        } catch (SQLException | RoomFailure e) {
            throw new SandboxTrouble("the engine does not warm up", e);
        } finally {
            Files.delete(file);
        }
    }
}
