package io.databourse.node.console;

import io.databourse.node.masking.MaskingGateway;
import io.databourse.node.masking.People;
import io.databourse.node.masking.Read;
import io.databourse.protection.table.CsvWriter;
import io.databourse.protection.table.TableException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// One result as page and as file, with the same numbers that [ResultApi] gives: 仪表盘 (table and
/// chart), 授权结果文件. All come from the one file, cell by cell; no number is parsed and written anew.
/// Who sees which values, the gateway decides.
final class ResultPages {
    private static final int MOST_ROWS = 1_000;

    /// Before the names of masked copies, so that nobody takes one for the result.
    private static final String MASKED = "MASKED-";

    private final Results results;
    private final MaskingGateway gateway;

    ResultPages(Results results, MaskingGateway gateway) {
        this.results = results;
        this.gateway = gateway;
    }

    void list(Frame frame) throws IOException {
        var rows = new StringBuilder();
        for (var job : results.jobs()) {
            var files =
                    results.files(job).stream()
                            .map(file -> String.valueOf(file.getFileName()))
                            .collect(Collectors.joining(", "));
            rows.append(
                    "<tr><td>%s</td><td>%s</td><td>%s</td></tr>%n"
                            .formatted(
                                    frame.time(results.since(job)),
                                    Html.link("/results/" + job, job),
                                    Html.text(files)));
        }
        var heads =
                List.of(
                        frame.say("时间", "Time"),
                        frame.say("计算任务", "Job"),
                        frame.say("文件", "Files"));
        frame.show(
                200,
                frame.say("结果", "Results"),
                rows.isEmpty()
                        ? "<p class=\"none\">%s</p>"
                                .formatted(
                                        frame.say(
                                                "还没有结果。交付给本节点的结果会出现在这里。",
                                                "No result yet. What is delivered to this node"
                                                        + " appears here."))
                        : "<table><thead>%s</thead><tbody>%s</tbody></table>"
                                .formatted(Html.row("th", heads), rows));
    }

    void result(Frame frame, People.Person reader, String job) throws IOException {
        var files = new StringBuilder("<ul>");
        for (var file : results.files(job)) {
            files.append(line(frame, reader, job, file));
        }
        files.append("<li>")
                .append(Html.link("/api/results/" + job, frame.say("接口", "API")))
                .append(" (JSON)</li></ul>");
        var table = results.table(job);
        frame.show(
                200,
                frame.say("结果 ", "Result of ") + job,
                notice(frame, reader)
                        + files
                        + (table.isEmpty() ? "" : table(frame, reader, job, table.get())));
    }

    private static String notice(Frame frame, People.Person reader) {
        return reader.view().isFull()
                ? ""
                : "<p class=\"REVIEW\">%s</p>"
                        .formatted(
                                frame.say(
                                        "您看到的是脱敏后的结果：按您的角色，数值已遮盖，表格以外的文件不提供。",
                                        "You see this result masked: for your role values are hidden,"
                                                + " and files that are no tables are not given."));
    }

    private static String line(Frame frame, People.Person reader, String job, Path file)
            throws IOException {
        var name = Results.name(file);
        var link = Html.link("/results/%s/files/%s".formatted(job, name), name);
        if (!reader.view().isFull()) {
            return Results.isTable(file)
                    ? "<li>%s</li>".formatted(link)
                    : "<li>%s (%s)</li>".formatted(Html.text(name), frame.say("未提供", "not given"));
        }
        var picture =
                SentFile.isPng(file)
                        ? "<li><img src=\"/results/%s/files/%s\" alt=\"%2$s\"></li>"
                                .formatted(job, name)
                        : "";
        return "<li>%s (%s)</li>%s".formatted(link, Html.bytes(Files.size(file)), picture);
    }

    private String table(Frame frame, People.Person reader, String job, Path file)
            throws IOException {
        var what = new Read.What(Read.Door.PAGE, job, Results.name(file));
        try (var in = gateway.table(reader, what, file, MOST_ROWS)) {
            var table = Table.read(in.columns(), in::next, MOST_ROWS);
            return chart(frame, table)
                    + "<p>%s</p>".formatted(rows(frame, table))
                    + table.html()
                    + (table.more()
                            ? "<p>%s</p>"
                                    .formatted(
                                            frame.say("其余行见文件。", "The other rows are in the file."))
                            : "");
        } catch (TableException _) {
            return "<p class=\"problem\">%s</p>"
                    .formatted(frame.say("文件不是可读的表格。", "The file is no table that can be read."));
        }
    }

    private static String rows(Frame frame, Table table) {
        var shown = String.format(Locale.ROOT, "%,d", table.rows().size());
        return table.more()
                ? frame.say("前 %s 行", "The first %s rows").formatted(shown)
                : frame.say("共 %s 行", "Rows: %s").formatted(shown);
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

    void file(Frame frame, People.Person reader, String job, String name) throws IOException {
        var file = results.file(job, name);
        var what = new Read.What(Read.Door.FILE, job, Results.name(file));
        if (!reader.view().isFull() && Results.isTable(file)) {
            masked(frame, reader, what, file);
        } else if (gateway.isWhole(reader, what, file)) {
            SentFile.send(frame.call(), file);
        } else {
            refuse(frame);
        }
    }

    private void masked(Frame frame, People.Person reader, Read.What what, Path file)
            throws IOException {
        try (var table = gateway.table(reader, what, file, Long.MAX_VALUE)) {
            frame.call()
                    .set(
                            "Content-Disposition",
                            "attachment; filename=\"" + MASKED + what.file() + "\"");
            try (var out =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    frame.call().stream("application/octet-stream"),
                                    StandardCharsets.UTF_8))) {
                out.write(CsvWriter.line(table.columns()));
                for (var row = table.next(); row.isPresent(); row = table.next()) {
                    out.write(CsvWriter.line(row.get()));
                }
            }
        } catch (TableException _) {
            gateway.withheld(reader, what);
            refuse(frame);
        }
    }

    private static void refuse(Frame frame) throws IOException {
        frame.refuse(
                403,
                frame.say(
                        "按您的角色，只提供可以脱敏的表格。",
                        "For your role only tables are given, which can be masked."));
    }
}
