package io.databourse.node.console;

import io.databourse.node.review.HeldJob;
import io.databourse.node.review.ScriptReview;

/// What a reviewer can still say about an output or a script; a decision that would be refused is
/// not offered. The password is asked for again.
final class DecisionForm {
    private DecisionForm() {}

    static String of(Frame frame, Sessions.Session session, HeldJob held) {
        var no = button("reject", frame.say("驳回", "Reject"));
        return held.votes().stream().anyMatch(vote -> vote.reviewer().equals(session.name()))
                ? form(frame, session, haveAgreed(frame), no)
                : form(frame, session, "", button("release", frame.say("放行", "Release")) + no);
    }

    /// A script may be decided on again: what was approved can be stopped, and the reverse.
    static String of(Frame frame, Sessions.Session session, ScriptReview script) {
        var yes = button("approve", frame.say("批准", "Approve"));
        var no = button("reject", frame.say("驳回", "Reject"));
        return switch (script.state()) {
            case "APPROVED" ->
                    form(
                            frame,
                            session,
                            frame.say(
                                    "已批准。驳回即撤回批准，脚本不能再运行。",
                                    "Approved. Rejecting takes that back: the script runs no more."),
                            no);
            case String _ when script.approvals().contains(session.name()) ->
                    form(frame, session, haveAgreed(frame), no);
            case "REJECTED" ->
                    form(
                            frame,
                            session,
                            frame.say(
                                            "已驳回。改为批准需要 %d 位审核人。",
                                            "Rejected. Approving it after all takes %d.")
                                    .formatted(script.needed()),
                            yes);
            default -> form(frame, session, "", yes + no);
        };
    }

    private static String haveAgreed(Frame frame) {
        return frame.say(
                "您已同意，还需要另一位审核人。在此之前仍可驳回。",
                "You have agreed; another reviewer must too. Until then you can still reject.");
    }

    private static String button(String decision, String label) {
        return "<button name=\"decision\" value=\"%s\">%s</button> ".formatted(decision, label);
    }

    /// @param buttons as HTML
    private static String form(Frame frame, Sessions.Session session, String hint, String buttons) {
        return (hint.isEmpty() ? "" : "<p class=\"REVIEW\">%s</p>".formatted(Html.text(hint)))
                + """
                <form method="post">%s
                <label>%s <textarea name="reason" rows="2" maxlength="1000"></textarea></label>
                <label>%s <input name="password" type="password" autocomplete="current-password" required></label>
                <div class="choice">%s</div></form>\
                """
                        .formatted(
                                Frame.field(session),
                                frame.say(
                                        "理由（驳回时必填，需方可见）",
                                        "Reason (needed to reject; the buyer reads it)"),
                                frame.say("再次输入密码", "Password again"),
                                buttons);
    }
}
