package io.databourse.node.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.databourse.protection.table.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// One result in three forms with the same numbers: 仪表盘 (table and chart), 授权结果文件, 数据服务接口. All come
/// from the one file, cell by cell; no number is parsed and written anew.
final class ResultPages {
    private static final int MOST_ROWS = 1_000;

    private final Results results;
    private final JsonFactory json = new JsonFactory();

    ResultPages(Results results) {
        this.results = results;
    }

    void list(Frame frame) throws IOException {
        frame.show(
                200,
                frame.say("结果", "Results"),
                results.jobs().stream()
                        .map(job -> "<li>" + Html.link("/results/" + job, job) + "</li>")
                        .collect(Collectors.joining("\n", "<ul>", "</ul>")));
    }

    void result(Frame frame, String job) throws IOException {
        var files = new StringBuilder("<ul>");
        for (var file : results.files(job)) {
            var name = String.valueOf(file.getFileName());
            files.append(
                    "<li>%s (%d B)</li>"
                            .formatted(
                                    Html.link("/results/%s/files/%s".formatted(job, name), name),
                                    Files.size(file)));
            if (SentFile.isPng(file)) {
                files.append(
                        "<li><img src=\"/results/%s/files/%s\" alt=\"%2$s\"></li>"
                                .formatted(job, name));
            }
        }
        files.append("<li>")
                .append(Html.link("/api/results/" + job, frame.say("接口", "API")))
                .append(" (JSON)</li></ul>");
        var table = results.table(job);
        frame.show(200, job, files + (table.isEmpty() ? "" : table(frame, table.get())));
    }

    private static String table(Frame frame, Path file) throws IOException {
        var table = Table.read(file, MOST_ROWS);
        return chart(frame, table)
                + table.html()
                + (table.more()
                        ? "<p>%s</p>"
                                .formatted(frame.say("其余行见文件。", "The other rows are in the file."))
                        : "");
    }

    private static String chart(Frame frame, Table table) {
        var by = frame.call().query("by").filter(table.columns()::contains);
        var name = by.orElse(table.columns().getFirst());
        var numbers =
                frame.call()
                        .query("of")
                        .filter(column ->
                                table.columns().contains(column) && table.isNumbers(column))
                        .or(() -> table.numbers(name));
        if (numbers.isEmpty()) {
            return "";
        }
        var names = table.values(name).stream().limit(Chart.MOST_POINTS).toList();
        var values = table.values(numbers.get()).stream().limit(Chart.MOST_POINTS).toList();
        var title = numbers.get() + " · " + name;
        return "<form class=\"choice\">%s%s<button>%s</button></form>%s"
                .formatted(
                        choice("of", frame.say("数值", "Numbers"), table, numbers.get()),
                        choice("by", frame.say("按", "by"), table, name),
                        frame.say("画图", "Draw"),
                        new Chart(names, values, title).svg());
    }

    private static String choice(String field, String label, Table table, String chosen) {
        return table.columns().stream()
                .map(column ->
                        "<option%s>%s</option>"
                                .formatted(
                                        column.equals(chosen) ? " selected" : "",
                                        Html.text(column)))
                .collect(
                        Collectors.joining(
                                "",
                                "<label>%s <select name=\"%s\">".formatted(label, field),
                                "</select></label>"));
    }

    void file(Frame frame, String job, String name) throws IOException {
        SentFile.send(frame.call(), results.file(job, name));
    }

    void apiList(Call call) throws IOException {
        var jobs = results.jobs();
        try (var out = json.createGenerator(call.stream("application/json"))) {
            out.writeStartObject();
            out.writeArrayFieldStart("results");
            for (var job : jobs) {
                out.writeString(job);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    /// `{"job", "files": [...], "columns": [...], "rows": [[...]]}`; the latter two if there is a
    /// table. Cells that are JSON numbers are handed on as they are written in the file.
    void api(Call call, String job) throws IOException {
        var files = results.files(job);
        var table = results.table(job);
        try (var out = json.createGenerator(call.stream("application/json"))) {
            out.writeStartObject();
            out.writeStringField("job", job);
            out.writeArrayFieldStart("files");
            for (var file : files) {
                out.writeString(String.valueOf(file.getFileName()));
            }
            out.writeEndArray();
            if (table.isPresent()) {
                rows(out, table.get());
            }
            out.writeEndObject();
        }
    }

    private static void rows(JsonGenerator out, Path table) throws IOException {
        try (var in = CsvReader.open(table)) {
            out.writeArrayFieldStart("columns");
            for (var column : in.columns()) {
                out.writeString(column);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("rows");
            for (var row = in.next(); row.isPresent(); row = in.next()) {
                out.writeStartArray();
                for (var cell : row.get()) {
                    write(out, cell);
                }
                out.writeEndArray();
            }
            out.writeEndArray();
        }
    }

    private static void write(JsonGenerator out, String cell) throws IOException {
        if (Table.isNumber(cell)) {
            out.writeNumber(cell);
        } else if (cell.isEmpty()) {
            out.writeNull();
        } else {
            out.writeString(cell);
        }
    }
}
