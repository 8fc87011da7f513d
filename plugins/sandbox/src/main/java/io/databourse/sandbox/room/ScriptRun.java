package io.databourse.sandbox.room;

import io.databourse.plugin.Dataset;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A buyer's script over the tables of a room. In it are `/job` with the script and its helpers,
/// `/data` with the table that was sold, and `/data/tables/<name>` with each further one.
public final class ScriptRun {
    private final RoomLauncher launcher;
    private final Image image;
    private final ScriptLanguage language;
    private final Limits limits;

    /// @param image that of the language, see [Images]
    public ScriptRun(RoomLauncher launcher, Image image, ScriptLanguage language, Limits limits) {
        this.launcher = launcher;
        this.image = image;
        this.language = language;
        this.limits = limits;
    }

    /// What came of it. Everything in it may show data, the log as well, and none of it may leave
    /// before a review.
    ///
    /// @param log what the script printed, on standard output and standard error
    @SuppressWarnings("ArrayRecordComponent") // a carrier; nobody compares two results
    public record Result(RoomEnd end, Outputs outputs, byte[] log) {}

    /// What a script gets of one table.
    ///
    /// @param columns those that it may see
    public record Table(Dataset data, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /// @param sold what was sold
    /// @param others further tables by their names, which are plain words
    public Result run(String script, Table sold, Map<String, Table> others)
            throws IOException, InterruptedException {
        try (var staging = launcher.stage()) {
            var job = Files.createDirectory(staging.file("job"));
            for (var helper : language.helpers()) {
                Files.write(job.resolve(helper), resource(helper));
            }
            Files.writeString(job.resolve("script"), script, StandardCharsets.UTF_8);
            var data = Files.createDirectory(staging.file("data"));
            hand(sold, data);
            var tables = Files.createDirectory(data.resolve("tables"));
            for (var other : others.entrySet()) {
                hand(other.getValue(), Files.createDirectory(tables.resolve(other.getKey())));
            }
            var binds = List.of(new ReadOnly(job, "/job"), new ReadOnly(data, "/data"));
            return run(new RoomSpec(image, language.command(), binds, limits));
        }
    }

    private void hand(Table table, Path folder) throws IOException, InterruptedException {
        var data = table.data();
        switch (language) {
            case PYTHON -> ColumnFiles.write(data, table.columns(), folder);
            case R -> {
                Csv.header(folder.resolve("columns.csv"), data.schema().select(table.columns()));
                Csv.write(data, table.columns(), folder.resolve("data.csv"));
            }
        }
    }

    private Result run(RoomSpec spec) throws IOException, InterruptedException {
        try (var room = launcher.start(spec)) {
            room.input().close();
            var outputs = Outputs.read(room.output());
            // What comes after a refusal is still read, so that the job can end.
            var _ = room.output().transferTo(java.io.OutputStream.nullOutputStream());
            var end = room.end();
            return new Result(end, end.succeeded() ? outputs : failed(end), end.errors());
        }
    }

    private static Outputs failed(RoomEnd end) {
        return new Outputs.Refused(
                new Text("没有结果：" + end.words().zh(), "there is no result: " + end.words().en()));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ScriptRun.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
