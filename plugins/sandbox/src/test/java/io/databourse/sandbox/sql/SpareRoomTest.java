package io.databourse.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.sandbox.room.ImageKind;
import io.databourse.sandbox.room.Images;
import io.databourse.sandbox.room.Reason;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.Starter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A room that was started ahead and taken later is as shut as any other.
class SpareRoomTest {
    @TempDir private Path folder;
    private Path job;
    private Path secret;

    @BeforeEach
    void write() throws Exception {
        job = Files.createDirectory(folder.resolve("job"));
        secret = Files.writeString(folder.resolve("secret"), "of the host");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (String name : List.of("0.table", "other.parquet")) {
                statement.execute(
                        "COPY (SELECT 1::BIGINT AS x) TO '%s' (FORMAT parquet)"
                                .formatted(job.resolve(name)));
            }
        }
    }

    private Starter.Seen take(Starter starter, List<String> statements) throws Exception {
        var host = RoomHost.standard();
        Path duckdb =
                WorkerFiles.of(host).stream()
                        .filter(bind -> WorkerFiles.CLASS_PATH.getLast().equals(bind.room()))
                        .findFirst()
                        .orElseThrow()
                        .host();
        var lines = new ArrayList<String>();
        lines.add(Long.toString(ProcessHandle.current().pid()));
        lines.add(secret.toString());
        lines.addAll(statements);
        return starter.program(
                SpareRoom.class.getName(),
                duckdb,
                job,
                List.of(
                        new Images(host).get(ImageKind.JVM).root().toString(),
                        String.join("\n", lines)));
    }

    @ParameterizedTest
    @EnumSource
    void neither_sql_nor_java_finds_a_way_out_of_a_spare_room(Starter starter) throws Exception {
        List<String> statements =
                LockedEngineTest.statements()
                        .map(statement ->
                                statement
                                        .replace("DATA", "/data/0.table")
                                        .replace("OTHERNAME", "other.parquet")
                                        .replace("OTHER", "/data/other.parquet"))
                        .toList();

        Starter.Seen seen = take(starter, statements);

        assertThat(seen.reason()).as(seen.errors()).isEqualTo(Reason.EXITED);
        assertThat(seen.exitCode()).as(seen.errors()).isZero();
        List<String> lines = seen.output().lines().toList();
        assertThat(lines.subList(0, lines.size() - 1))
                .contains("data before it was taken blocked")
                .hasSizeGreaterThanOrEqualTo(1 + statements.size() + 50)
                .allSatisfy(line -> assertThat(line).endsWith(" blocked"));
        assertThat(lines.getLast()).endsWith(" probes");
    }

    @Test
    void a_spare_room_has_the_limits_of_its_job() throws Exception {
        assertThat(take(Starter.OWN_PROCESS, List.of()).reason()).isEqualTo(Reason.MEMORY_LIMIT);
    }
}
