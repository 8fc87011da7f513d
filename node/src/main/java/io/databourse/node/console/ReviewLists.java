package io.databourse.node.console;

import io.databourse.node.review.Decision;
import io.databourse.node.review.HeldJob;
import io.databourse.node.review.ScriptReview;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What waits for reviewers, the most urgent first, and what was decided, the newest first.
final class ReviewLists {
    private final Frame frame;

    ReviewLists(Frame frame) {
        this.frame = frame;
    }

    String of(List<HeldJob> outputs, List<ScriptReview> scripts) {
        var open =
                outputs.stream()
                        .filter(held -> held.decision().isEmpty())
                        .sorted(Comparator.comparing(HeldJob::expiresAt))
                        .map(this::open)
                        .toList();
        var waiting =
                scripts.stream()
                        .filter(script -> script.decision().isEmpty())
                        .sorted(Comparator.comparing(ScriptReview::submittedAt))
                        .map(this::waiting)
                        .toList();
        return section(
                        frame.say("待审核的输出", "Outputs that wait"),
                        List.of(
                                frame.say("计算任务", "Job"),
                                frame.say("算法", "Made by"),
                                frame.say("自动预检", "Pre-screen"),
                                frame.say("已同意", "Agreed"),
                                frame.say("最迟决定", "Decide before")),
                        open)
                + section(
                        frame.say("待审核的脚本", "Scripts that wait"),
                        List.of(
                                frame.say("算法", "Algorithm"),
                                frame.say("语言", "Language"),
                                frame.say("合同", "Contract"),
                                frame.say("已同意", "Agreed"),
                                frame.say("提交", "Submitted")),
                        waiting)
                + section(
                        frame.say("已决定", "Decided"),
                        List.of(
                                frame.say("时间", "Time"),
                                frame.say("事项", "What"),
                                frame.say("决定", "Decision"),
                                frame.say("审核人", "Reviewers"),
                                frame.say("理由", "Reason")),
                        decided(outputs, scripts));
    }

    private String open(HeldJob held) {
        return row(
                Html.link("/reviews/" + held.jobId(), held.jobId()),
                Html.text(ReviewPages.madeBy(frame, held.algorithm())),
                ReviewPages.verdict(frame, held),
                held.votes().size() + " ⁄ " + held.needed(),
                frame.time(held.expiresAt()));
    }

    private String waiting(ScriptReview script) {
        return row(
                Html.link("/scripts/" + script.id(), script.algorithm()),
                Html.text(ReviewPages.language(script.language())),
                Html.text(script.contractId()),
                script.approvals().size() + " ⁄ " + script.needed(),
                frame.time(script.submittedAt()));
    }

    private List<String> decided(List<HeldJob> outputs, List<ScriptReview> scripts) {
        record Decided(Decision made, String link) {}
        var all = new java.util.ArrayList<Decided>();
        outputs.forEach(held ->
                held.decision()
                        .ifPresent(made ->
                                all.add(
                                        new Decided(
                                                made,
                                                Html.link(
                                                        "/reviews/" + held.jobId(),
                                                        held.jobId())))));
        scripts.forEach(script ->
                script.decision()
                        .ifPresent(made ->
                                all.add(
                                        new Decided(
                                                made,
                                                Html.link(
                                                        "/scripts/" + script.id(),
                                                        script.algorithm())))));
        return all.stream()
                .sorted(Comparator.comparing((Decided each) -> each.made().at()).reversed())
                .map(each ->
                        row(
                                frame.time(each.made().at()),
                                each.link(),
                                ReviewPages.state(frame, each.made().outcome()),
                                Html.text(String.join(", ", each.made().reviewers())),
                                each.made().reason().isBlank()
                                        ? "–"
                                        : Html.text(each.made().reason())))
                .toList();
    }

    private String section(String title, List<String> heads, List<String> rows) {
        return "<h2>%s</h2>%s"
                .formatted(
                        title,
                        rows.isEmpty()
                                ? "<p class=\"none\">%s</p>".formatted(frame.say("没有。", "None."))
                                : "<table><thead>%s</thead><tbody>%s</tbody></table>"
                                        .formatted(Html.row("th", heads), String.join("", rows)));
    }

    /// @param cells as HTML
    private static String row(String... cells) {
        return List.of(cells).stream()
                .map("<td>%s</td>"::formatted)
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
