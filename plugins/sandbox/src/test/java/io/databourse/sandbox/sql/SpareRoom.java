package io.databourse.sandbox.sql;

import io.databourse.sandbox.room.Image;
import io.databourse.sandbox.room.Limits;
import io.databourse.sandbox.room.ReadOnly;
import io.databourse.sandbox.room.RoomHost;
import io.databourse.sandbox.room.RoomLauncher;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A process of its own that keeps a spare room with [SpareProbes], takes it, and gives it data.
///
/// Arguments: folder with `0.table` and `other.parquet`, folder with the tests' classes, image, and
/// the request's text. The result is one line: reason, exit code, output and errors in Base64.
public final class SpareRoom {
    private static final String TESTS = "/worker/tests";

    private SpareRoom() {}

    public static void main(String[] arguments) throws Exception {
        var host = RoomHost.standard();
        var limits = new Limits(512L << 20, 64, 200, Duration.ofMinutes(1), 100_000, 32L << 20);
        try (var launcher = RoomLauncher.open(host);
                var tests = launcher.stage()) {
            copy(Path.of(arguments[1]), tests.folder());
            var program = program(host, Path.of(arguments[2]), tests.folder());
            var workers = new RoomWorkers(launcher, program, Work.QUERY, limits);
            try (var pool = WorkerPool.ofOne(workers)) {
                if (!pool.awaitFull(60_000)) {
                    throw new IllegalStateException("no spare room");
                }
                System.out.println(line(pool, Path.of(arguments[0]), arguments[3]));
            }
        }
    }

    private static RoomProgram program(RoomHost host, Path image, Path tests) throws Exception {
        var binds = new ArrayList<>(WorkerFiles.of(host));
        binds.add(new ReadOnly(tests, TESTS));
        var classPath = new ArrayList<>(WorkerFiles.CLASS_PATH);
        classPath.add(TESTS);
        return new RoomProgram(
                new Image(image, "", Map.of()), binds, classPath, SpareProbes.class.getName());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var one : all.filter(path -> path.toString().endsWith("Probes.class")).toList()) {
                var target = to.resolve(from.relativize(one).toString());
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(one, target);
            }
        }
    }

    private static String line(WorkerPool pool, Path folder, String text) throws Exception {
        try (Worker worker = pool.start()) {
            worker.room().begin();
            for (String name : List.of("0.table", "other.parquet")) {
                Files.copy(folder.resolve(name), worker.place().folder().resolve(name));
            }
            var file =
                    new TableFile(
                            "t",
                            worker.place().inside().resolve("0.table"),
                            TableFile.Format.PARQUET,
                            columns());
            new Wire.Request(text, List.of(file), new Plan.Limits(10, 1_000))
                    .write(new DataOutputStream(worker.room().input()));
            var output = worker.room().output().readAllBytes();
            var end = worker.room().end();
            var base64 = Base64.getEncoder();
            return "%s %d =%s =%s"
                    .formatted(
                            end.reason(),
                            end.exitCode(),
                            base64.encodeToString(output),
                            base64.encodeToString(end.errors()));
        }
    }

    private static SequencedMap<String, Type> columns() {
        SequencedMap<String, Type> columns = new LinkedHashMap<>();
        columns.put("x", Type.INTEGER);
        return columns;
    }
}
