package io.databourse.node.console;

import io.databourse.node.review.ReviewProblem;
import io.databourse.node.review.ReviewService;
import java.util.Map;

/// What a reviewer has filled in. The password was checked by the doorkeeper and is checked again
/// where the decision is made.
record Decision(String word, String reason, ReviewService.Reviewer reviewer) {
    static Decision of(Sessions.Session session, Map<String, String> form) {
        return new Decision(
                form.getOrDefault("decision", ""),
                form.getOrDefault("reason", "").strip(),
                new ReviewService.Reviewer(
                        session.name(), form.getOrDefault("password", "").toCharArray()));
    }

    /// @param yes the word of the page that agrees
    boolean isYes(String yes) {
        if (!word.equals(yes) && !word.equals("reject")) {
            throw new Call.Wrong(400);
        }
        return word.equals(yes);
    }

    String reasonForNo() {
        if (reason.isEmpty()) {
            throw new ReviewProblem("请写明理由：需方会看到。", "Say why: the buyer reads the reason.");
        }
        return reason;
    }
}
