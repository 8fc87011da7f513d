package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files with a few bytes changed: whatever the engine makes of them, the caller gets a table or a
/// class. `-Ddatabourse.mutations=10000` runs the whole list.
class MutatedFilesTest {
    private static final int MUTATIONS = Integer.getInteger("databourse.mutations", 100);
    private static final long SEED = 20261121;
    private static final String SQL =
            "select province, count(*), sum(litres), avg(margin) from t where day >= date"
                    + " '2026-03-01' group by province";

    @TempDir private Path folder;

    @Test
    void each_gives_a_table_or_a_class() throws IOException, SQLException {
        Map<TableFile.Format, byte[]> originals = new EnumMap<>(TableFile.Format.class);
        try (var stations = new Stations()) {
            for (TableFile.Format format : TableFile.Format.values()) {
                Path file = folder.resolve("original." + format);
                stations.run("COPY (FROM t LIMIT 400) TO '" + file + "' (FORMAT " + format + ")");
                originals.put(format, Files.readAllBytes(file));
            }
        }
        int tables = 0;
        int failures = 0;
        try (var syntax = new DuckDbSyntax()) {
            var query = new GovernedQuery(syntax, new ThreadWorkers(folder));
            var random = new Random(SEED);
            for (int i = 0; i < MUTATIONS; i++) {
                TableFile.Format format =
                        i % 4 == 0 ? TableFile.Format.CSV : TableFile.Format.PARQUET;
                Path file = folder.resolve("mutated");
                Files.write(file, mutated(originals.getOrDefault(format, new byte[0]), random));
                var copy = new TableFile("t", file, format, Stations.sales().columns());
                switch (query.ask(List.of(Stations.sales()), SQL, List.of(copy))) {
                    case Answer.Table _ -> tables++;
                    case Answer.Failed _ -> failures++;
                    case Answer.Refused refused -> throw new AssertionError(refused.toString());
                }
            }
        }
        assertThat(tables + failures).isEqualTo(MUTATIONS);
        assertThat(failures).isGreaterThan(MUTATIONS / 10);
        assertThat(tables).isPositive();
    }

    /// Bytes flipped, a piece cut out, or a piece doubled.
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            // The footer of a Parquet file is where most of its structure is.
            int at =
                    random.nextBoolean()
                            ? random.nextInt(bytes.length)
                            : Math.max(0, bytes.length - 1 - random.nextInt(900));
            bytes[at] = (byte) random.nextInt(256);
        }
        if (random.nextInt(5) == 0) {
            return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        return bytes;
    }
}
