package io.databourse.node.console;

import io.databourse.node.masking.Read;
import io.databourse.node.masking.ReadLog;
import io.databourse.protection.table.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Who has read which result, 查阅记录, for the node's administrators.
final class ReadPages {
    private static final int MOST_SHOWN = 500;

    private final ReadLog log;

    ReadPages(ReadLog log) {
        this.log = log;
    }

    void list(Frame frame) throws IOException {
        var state = log.state(MOST_SHOWN);
        var rows = new StringBuilder();
        for (var read : state.latest()) {
            rows.append(
                    Html.row(
                            "td",
                            List.of(
                                    Long.toString(read.number()),
                                    frame.time(read.at()),
                                    read.who(),
                                    read.role().orElse("–"),
                                    seen(frame, read.seen()),
                                    door(frame, read.what().door()),
                                    read.what().job(),
                                    read.what().file(),
                                    read.rows().isPresent()
                                            ? Long.toString(read.rows().getAsLong())
                                            : "–")));
        }
        frame.show(
                200,
                frame.say("查阅记录", "Reads"),
                "<p>%s</p>%s<p>%s <code>%s</code> · %s</p><table><thead>%s</thead><tbody>%s</tbody></table>"
                        .formatted(
                                frame.say(
                                        "谁在何时、以何种角色、查看了哪份结果。只增不改，不含任何数值。",
                                        "Who has seen which result, when and in which role. Lines are"
                                                + " only added, and hold no values."),
                                state.broken().map(line -> broken(frame, line)).orElse(""),
                                frame.say(
                                                "共 %d 条，末条 sha256（请另行留存）",
                                                "%d lines; sha256 of the last, to be noted elsewhere")
                                        .formatted(state.count()),
                                state.head(),
                                Html.link("/reads.csv", frame.say("下载 CSV", "all as CSV")),
                                Html.row("th", columns(frame)),
                                rows));
    }

    private static String broken(Frame frame, long line) {
        return "<p class=\"problem\">%s</p>"
                .formatted(
                        frame.say(
                                        "第 %d 条与前一条对不上：记录在此处或之前被改动过。",
                                        "Line %d does not fit the one before it: somebody has"
                                                + " changed the list here or before.")
                                .formatted(line));
    }

    private static List<String> columns(Frame frame) {
        return List.of(
                frame.say("序号", "No."),
                frame.say("时间", "When"),
                frame.say("人员", "Who"),
                frame.say("角色", "Role"),
                frame.say("所见", "Seen"),
                frame.say("途径", "By"),
                frame.say("计算任务", "Job"),
                frame.say("文件", "File"),
                frame.say("行数", "Rows"));
    }

    private static String seen(Frame frame, Read.Seen seen) {
        return switch (seen) {
            case FULL -> frame.say("完整", "in full");
            case MASKED -> frame.say("已脱敏", "masked");
            case WITHHELD -> frame.say("未提供", "not given");
        };
    }

    private static String door(Frame frame, Read.Door door) {
        return switch (door) {
            case PAGE -> frame.say("页面", "page");
            case FILE -> frame.say("文件", "file");
            case API -> frame.say("接口", "API");
            case REVIEW -> frame.say("审核", "review");
        };
    }

    void csv(Call call) throws IOException {
        call.set("Content-Disposition", "attachment; filename=\"reads.csv\"");
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(call.stream("text/csv"), StandardCharsets.UTF_8))) {
            out.write(CsvWriter.line(Read.COLUMNS));
            log.each(read -> write(out, read));
        } catch (UncheckedIOException e) {
            throw new IOException("the list could not be sent", e);
        }
    }

    private static void write(BufferedWriter out, Read read) {
        try {
            out.write(CsvWriter.line(read.cells()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
