package io.databourse.web.job;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobReview;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;

/// A result in quarantine, 隔离: nobody sees it before the owner's people have let it go.
final class ReviewCard extends Div {
    ReviewCard(Job job, JobReview review) {
        addClassNames("card", "quarantine");
        var state = Tags.code("reviewState", review.state().name());
        state.setId("review-state");
        Facts facts =
                new Facts()
                        .add("table.state", state)
                        .add(
                                "review.who",
                                Texts.t("review.whoSaid", review.reviewers(), job.providerName()))
                        .add("review.size", Figures.bytes(review.bytes()))
                        .mono("review.sha256", review.sha256())
                        .add("review.since", new When(review.since()));
        review.verdict()
                .ifPresent(
                        verdict -> facts.add("review.verdict", Texts.ofCode("verdict", verdict)));
        if (review.state() == JobReview.State.PENDING) {
            facts.add("review.until", new When(review.until()));
        }
        review.reason().ifPresent(why -> facts.add("input.reason", Said.text(why)));
        review.decidedAt().ifPresent(at -> facts.add("review.decidedAt", new When(at)));
        add(
                new H2(Texts.t("review.title")),
                facts,
                Blocks.muted(Texts.t("review.hint." + review.state().name())));
    }
}
