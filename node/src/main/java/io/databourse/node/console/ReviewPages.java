package io.databourse.node.console;

import io.databourse.node.masking.MaskingGateway;
import io.databourse.node.masking.People;
import io.databourse.node.masking.Read;
import io.databourse.node.review.Bundle;
import io.databourse.node.review.HeldJob;
import io.databourse.node.review.ReviewProblem;
import io.databourse.node.review.ReviewService;
import io.databourse.node.review.ScriptReview;
import io.databourse.plugin.HeldOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// Outputs that wait, and the decision about one, 结果审核. Who decides gives the password once more: a
/// browser that was left open releases nothing.
final class ReviewPages {
    private static final int MOST_ROWS = 500;
    private static final int MOST_TEXT = 200_000;

    private final ReviewService reviews;
    private final MaskingGateway gateway;

    ReviewPages(ReviewService reviews, MaskingGateway gateway) {
        this.gateway = gateway;
        this.reviews = reviews;
    }

    void list(Frame frame) throws IOException {
        frame.show(
                200,
                frame.say("结果审核", "Reviews"),
                new ReviewLists(frame).of(reviews.quarantine().all(), reviews.scripts().all())
                        + notTaken(frame));
    }

    /// Somebody has to look into these: the exchange acts as if nothing had been decided.
    private String notTaken(Frame frame) throws IOException {
        var refused = reviews.notTaken();
        return refused.isEmpty()
                ? ""
                : "<h2>%s</h2><ul>%s</ul>"
                        .formatted(
                                frame.say("交易所未接受的决定", "Decisions that the exchange did not take"),
                                refused.stream()
                                        .map(each ->
                                                "<li class=\"problem\">%s</li>"
                                                        .formatted(Html.text(each)))
                                        .collect(Collectors.joining()));
    }

    void output(Frame frame, Sessions.Session session, String job) throws IOException {
        var held = find(job);
        var whole = reviews.quarantine().isWhole(held);
        var files = new StringBuilder();
        for (var entry : held.bundle().entries()) {
            if (whole) {
                gateway.reviewed(session.who(), new Read.What(Read.Door.REVIEW, job, entry.name()));
            }
            files.append(
                    "<h2>%s</h2><p>%s · %s · sha256 <code>%s</code></p>%n%s"
                            .formatted(
                                    Html.text(entry.name()),
                                    Html.text(entry.mediaType()),
                                    Html.bytes(entry.bytes()),
                                    entry.sha256(),
                                    whole ? preview(held, entry) : ""));
        }
        frame.show(
                200,
                frame.say("输出 ", "Output of ") + job,
                """
                %s%s<h2>%s</h2><ul>%s</ul>%s%s\
                """
                        .formatted(
                                about(frame, held),
                                whole ? "" : changed(frame),
                                frame.say("自动预检（提示，不是决定）", "Pre-screen (a hint, no decision)"),
                                findings(frame, held),
                                files,
                                held.state() == HeldJob.State.PENDING
                                        ? DecisionForm.of(frame, session, held)
                                        : ""));
    }

    private static String changed(Frame frame) {
        return "<p class=\"problem\">%s</p>"
                .formatted(
                        frame.say(
                                "文件在保存之后被改动，不能放行。",
                                "The files were changed since they were held; they cannot be released."));
    }

    private static String about(Frame frame, HeldJob held) {
        var agreed =
                held.votes().stream().map(HeldJob.Vote::reviewer).collect(Collectors.joining(", "));
        return "<dl>%s%s%s%s%s%s</dl>"
                .formatted(
                        Html.fact(frame.say("状态", "State"), state(frame, held.state().name())),
                        Html.fact(
                                frame.say("算法", "Made by"),
                                Html.text(madeBy(frame, held.algorithm()))),
                        Html.fact(frame.say("合同", "Contract"), Html.text(held.contractId())),
                        Html.fact(
                                frame.say("已同意", "Agreed"),
                                "%d ⁄ %d %s"
                                        .formatted(
                                                held.votes().size(),
                                                held.needed(),
                                                Html.text(agreed))),
                        held.decision()
                                .map(made -> decided(frame, made))
                                .orElseGet(() ->
                                        Html.fact(
                                                frame.say("最迟决定", "Decide before"),
                                                frame.time(held.expiresAt()))),
                        Html.fact("SHA-256", "<code>%s</code>".formatted(held.bundle().sha256())));
    }

    /// Who decided what, when and why.
    private static String decided(Frame frame, io.databourse.node.review.Decision made) {
        return Html.fact(
                        frame.say("审核人", "Reviewers"),
                        Html.text(String.join(", ", made.reviewers())))
                + Html.fact(
                        frame.say("理由", "Reason"),
                        made.reason().isBlank() ? "–" : Html.text(made.reason()))
                + Html.fact(frame.say("决定时间", "Decided"), frame.time(made.at()));
    }

    /// A registered algorithm, or what asks a question without one.
    static String madeBy(Frame frame, String algorithm) {
        return switch (algorithm) {
            case "sandbox/query" -> frame.say("受控查询", "Governed query");
            case "sandbox/script" -> frame.say("沙箱脚本", "Script in the sandbox");
            default -> algorithm;
        };
    }

    static String language(String language) {
        return switch (language) {
            case "python" -> "Python";
            case "r" -> "R";
            case "sql" -> "SQL";
            default -> language;
        };
    }

    /// The worst that the pre-screen has found.
    static String verdict(Frame frame, HeldJob held) {
        var worst =
                held.count(HeldOutput.Verdict.FAIL) > 0
                        ? HeldOutput.Verdict.FAIL
                        : held.count(HeldOutput.Verdict.REVIEW) > 0
                                ? HeldOutput.Verdict.REVIEW
                                : HeldOutput.Verdict.PASS;
        return "<span class=\"%s\">%s</span>".formatted(worst, verdict(frame, worst));
    }

    private static String findings(Frame frame, HeldJob held) {
        if (held.findings().isEmpty()) {
            return "<li class=\"none\">%s</li>".formatted(frame.say("没有发现", "nothing found"));
        }
        return held.findings().stream()
                .map(finding ->
                        "<li class=\"%s\"><strong>%s</strong> %s</li>"
                                .formatted(
                                        finding.verdict(),
                                        verdict(frame, finding.verdict()),
                                        Html.text(
                                                frame.say(
                                                        finding.message().zh(),
                                                        finding.message().en()))))
                .collect(Collectors.joining());
    }

    private static String verdict(Frame frame, HeldOutput.Verdict verdict) {
        return switch (verdict) {
            case PASS -> frame.say("通过", "pass");
            case REVIEW -> frame.say("需看", "review");
            case FAIL -> frame.say("不通过", "fail");
        };
    }

    private String preview(HeldJob held, Bundle.Entry entry) throws IOException {
        var file = reviews.quarantine().files(held).resolve(entry.name());
        var address = "/reviews/%s/files/%s".formatted(held.jobId(), entry.name());
        if (SentFile.isPng(file)) {
            return "<img src=\"%s\" alt=\"%s\">".formatted(address, Html.text(entry.name()));
        }
        if (entry.mediaType().startsWith("text/csv")) {
            try {
                return table(file);
            } catch (IOException _) {
                // Not a table after all: then it is text.
            }
        }
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
            return "<pre>%s</pre>%s"
                    .formatted(Html.text(text), entry.bytes() > MOST_TEXT ? "…" : "");
        }
    }

    private static String table(Path file) throws IOException {
        var table = Table.read(file, MOST_ROWS);
        return table.html() + (table.more() ? "<p>…</p>" : "");
    }

    void file(Frame frame, People.Person who, String job, String name) throws IOException {
        var held = find(job);
        if (held.bundle().entries().stream().noneMatch(entry -> entry.name().equals(name))) {
            throw new Call.Wrong(404);
        }
        gateway.reviewed(who, new Read.What(Read.Door.REVIEW, job, name));
        SentFile.send(frame.call(), reviews.quarantine().files(held).resolve(name));
    }

    void script(Frame frame, Sessions.Session session, String id) throws IOException {
        var script = script(id);
        frame.show(
                200,
                script.algorithm(),
                "<dl>%s%s%s%s%s%s%s</dl><pre>%s</pre>%s"
                        .formatted(
                                Html.fact(frame.say("状态", "State"), state(frame, script.state())),
                                Html.fact(
                                        frame.say("语言", "Language"),
                                        Html.text(language(script.language()))),
                                Html.fact(
                                        frame.say("合同", "Contract"),
                                        Html.text(script.contractId())),
                                Html.fact(
                                        frame.say("提交", "Submitted"),
                                        frame.time(script.submittedAt())),
                                Html.fact(
                                        frame.say("已同意", "Agreed"),
                                        "%d ⁄ %d %s"
                                                .formatted(
                                                        script.approvals().size(),
                                                        script.needed(),
                                                        Html.text(
                                                                String.join(
                                                                        ", ",
                                                                        script.approvals())))),
                                script.decision().map(made -> decided(frame, made)).orElse(""),
                                Html.fact(
                                        "SHA-256",
                                        "<code>%s</code>".formatted(Html.text(script.sha256()))),
                                Html.text(script.script()),
                                DecisionForm.of(frame, session, script)));
    }

    void decideOutput(Frame frame, String job, Decision decision) throws IOException {
        find(job);
        if (decision.isYes("release")) {
            reviews.release(job, decision.reviewer(), decision.reason());
        } else {
            reviews.reject(job, decision.reviewer(), decision.reasonForNo());
        }
        frame.call().redirect("/reviews/" + job);
    }

    void decideScript(Frame frame, String id, Decision decision) throws IOException {
        var script = script(id);
        if (decision.isYes("approve")) {
            reviews.approve(script.id(), decision.reviewer(), decision.reason());
        } else {
            reviews.rejectScript(script.id(), decision.reviewer(), decision.reasonForNo());
        }
        frame.call().redirect("/scripts/" + id);
    }

    private HeldJob find(String job) throws IOException {
        return reviews.quarantine().find(job).orElseThrow(() -> new Call.Wrong(404));
    }

    private ScriptReview script(String id) throws IOException {
        try {
            return reviews.script(id);
        } catch (ReviewProblem _) {
            throw new Call.Wrong(404);
        }
    }

    static String state(Frame frame, String state) {
        return switch (state) {
            case "PENDING" -> frame.say("待审", "pending");
            case "RELEASED" -> frame.say("已放行", "released");
            case "APPROVED" -> frame.say("已批准", "approved");
            default -> frame.say("已驳回", "rejected");
        };
    }
}
