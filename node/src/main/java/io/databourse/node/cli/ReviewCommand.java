package io.databourse.node.cli;

import io.databourse.node.NodeConfig;
import io.databourse.node.keys.NodeKeys;
import io.databourse.node.link.Enrolment;
import io.databourse.node.review.Decision;
import io.databourse.node.review.HeldJob;
import io.databourse.node.review.PasswordHash;
import io.databourse.node.review.ReviewProblem;
import io.databourse.node.review.ReviewService;
import io.databourse.node.review.ScriptReview;
import io.databourse.plugin.HeldOutput;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The reviewers' desk on the command line: what waits, what is in it, and the decision. It works
/// beside the running node, which posts what was decided.
public final class ReviewCommand {
    static final String USAGE =
            """
            usage: review list <home>
                   review show <job or script> [<file>] <home>
                   review release <job> --reviewer <name> [--reason <text>] <home>
                   review reject <job or script> --reviewer <name> --reason <text> <home>
                   review approve-script <script> --reviewer <name> [--reason <text>] <home>
                   review hash-password
            A password is asked for, or read from the standard input.\
            """;

    private static final int ID_LENGTH = 16;
    private static final int MOST_SHOWN = 200_000;

    private final ReviewService reviews;
    private final Passwords passwords;
    private final PrintStream out;

    public ReviewCommand(NodeConfig config, Passwords passwords, PrintStream out)
            throws IOException {
        var member =
                Enrolment.find(config)
                        .orElseThrow(() ->
                                new ReviewProblem("本节点尚未入网。", "This node is not enrolled yet."));
        var keys = NodeKeys.createOrLoad(config.keysFolder(), config.name());
        this.reviews = new ReviewService(config, member.nodeId(), keys, Clock.systemUTC());
        this.passwords = passwords;
        this.out = out;
    }

    /// Makes the text for `reviewers.<name>.password-hash`.
    public static String hash(Passwords passwords) throws IOException {
        var password = passwords.read();
        try {
            if (password.length < 8) {
                throw new ReviewProblem("密码至少 8 个字符。", "A password has at least 8 characters.");
            }
            return PasswordHash.of(password).text();
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    /// Runs one command.
    ///
    /// @param arguments those between `review` and the home
    /// @throws ReviewProblem with a message for the reviewer
    public void run(List<String> arguments) throws IOException {
        var words = new ArrayList<>(arguments);
        var reviewer = option(words, "--reviewer");
        var reason = option(words, "--reason").orElse("");
        var command = words.isEmpty() ? "" : words.removeFirst();
        switch (command + "/" + words.size()) {
            case "list/0" -> list();
            case "show/1" -> show(words.getFirst());
            case "show/2" -> showFile(words.getFirst(), words.getLast());
            case "release/1" -> tell(reviews.release(words.getFirst(), ask(reviewer), reason));
            case "reject/1" -> reject(words.getFirst(), reviewer, reason);
            case "approve-script/1" ->
                    tell(reviews.approve(words.getFirst(), ask(reviewer), reason));
            default -> throw new ReviewProblem("命令写法如上。", USAGE);
        }
    }

    private static Optional<String> option(List<String> words, String name) {
        var at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private ReviewService.Reviewer ask(Optional<String> name) throws IOException {
        if (name.isEmpty()) {
            throw new ReviewProblem(
                    "请说明您是谁：--reviewer <姓名>。", "Say who you are: --reviewer <name>.");
        }
        return new ReviewService.Reviewer(name.get(), passwords.read());
    }

    private void reject(String id, Optional<String> reviewer, String reason) throws IOException {
        if (reason.isBlank()) {
            throw new ReviewProblem(
                    "请写明理由：--reason <文字>，需方可见。", "Say why: --reason <text>. The buyer reads it.");
        }
        if (reviews.quarantine().find(id).isPresent()) {
            tell(reviews.reject(id, ask(reviewer), reason));
        } else {
            tell(reviews.rejectScript(id, ask(reviewer), reason));
        }
    }

    private void list() throws IOException {
        out.printf("%-38s %-10s %s%n", "outputs", "state", "what");
        for (var held : reviews.quarantine().all()) {
            out.printf(
                    "%-38s %-10s %s, %d files, %d bytes, pre-screen %d fail %d review, %d of %d"
                            + " reviewers, until %s%n",
                    held.jobId(),
                    held.state(),
                    held.algorithm(),
                    held.bundle().entries().size(),
                    held.bundle().bytes(),
                    held.count(HeldOutput.Verdict.FAIL),
                    held.count(HeldOutput.Verdict.REVIEW),
                    held.votes().size(),
                    held.needed(),
                    held.expiresAt());
        }
        out.printf("%-38s %-10s %s%n", "scripts", "state", "what");
        for (var script : reviews.scripts().all()) {
            out.printf(
                    "%-38s %-10s %s, %s, %d of %d reviewers, contract %s%n",
                    script.id().substring(0, ID_LENGTH),
                    script.state(),
                    script.algorithm(),
                    script.language(),
                    script.approvals().size(),
                    script.needed(),
                    script.contractId());
        }
    }

    private void show(String id) throws IOException {
        var held = reviews.quarantine().find(id);
        if (held.isEmpty()) {
            showScript(reviews.script(id));
            return;
        }
        var found = held.get();
        tell(found);
        out.println("contract " + found.contractId() + ", made by " + found.algorithm());
        out.println("held since " + found.heldAt() + " in " + reviews.quarantine().files(found));
        out.println("sha256 " + found.bundle().sha256());
        for (var entry : found.bundle().entries()) {
            out.printf("  %-40s %-20s %d bytes%n", entry.name(), entry.mediaType(), entry.bytes());
        }
        if (!reviews.quarantine().isWhole(found)) {
            out.println("THE FILES WERE CHANGED since they were held; they cannot be released.");
        }
        for (var finding : found.findings()) {
            out.printf(
                    "  %-6s %s %s%n",
                    finding.verdict(), finding.message().en(), finding.message().zh());
        }
    }

    private void showScript(ScriptReview script) {
        tell(script);
        out.println("contract " + script.contractId() + ", language " + script.language());
        out.println("sha256 " + script.sha256());
        out.println(printable(script.script()));
    }

    private void showFile(String id, String name) throws IOException {
        var held =
                reviews.quarantine()
                        .find(id)
                        .orElseThrow(() ->
                                new ReviewProblem(
                                        "没有计算任务 " + id + " 的暂存输出。",
                                        "Nothing is held of job " + id + "."));
        var entry =
                held.bundle().entries().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ReviewProblem(
                                        "没有文件 " + name + "。", "There is no file " + name + "."));
        var file = reviews.quarantine().files(held).resolve(entry.name());
        if (entry.mediaType().startsWith("image/")) {
            out.println("A picture; look at it with a viewer: " + file);
            return;
        }
        try (var in = Files.newInputStream(file)) {
            out.println(printable(new String(in.readNBytes(MOST_SHOWN), StandardCharsets.UTF_8)));
        }
        if (entry.bytes() > MOST_SHOWN) {
            out.println("… " + (entry.bytes() - MOST_SHOWN) + " bytes more in " + file);
        }
    }

    /// A stranger's text must not drive the reviewer's terminal, nor hide what it says.
    static String printable(String text) {
        var shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> {
                    boolean plain =
                            point == '\n'
                                    || point == '\t'
                                    || switch (Character.getType(point)) {
                                        case Character.CONTROL,
                                                Character.FORMAT,
                                                Character.PRIVATE_USE,
                                                Character.SURROGATE,
                                                Character.UNASSIGNED ->
                                                false;
                                        default -> true;
                                    };
                    if (plain) {
                        shown.appendCodePoint(point);
                    } else {
                        shown.append(String.format("\\u%04x", point));
                    }
                });
        return shown.toString();
    }

    private void tell(HeldJob held) {
        out.printf(
                "job %s attempt %d: %s, %d of %d reviewers%s%n",
                held.jobId(),
                held.attempt(),
                held.state(),
                held.votes().size(),
                held.needed(),
                held.decision().map(ReviewCommand::by).orElse(""));
    }

    private void tell(ScriptReview script) {
        out.printf(
                "script %s %s: %s, %d of %d reviewers%s%n",
                script.id().substring(0, ID_LENGTH),
                script.algorithm(),
                script.state(),
                script.approvals().size(),
                script.needed(),
                script.decision().map(ReviewCommand::by).orElse(""));
    }

    private static String by(Decision decision) {
        return " by " + String.join(", ", decision.reviewers()) + ": " + decision.reason();
    }
}
