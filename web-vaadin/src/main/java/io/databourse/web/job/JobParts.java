package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobReview;
import io.databourse.dispatch.JobState;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The pieces of a job's page that other pages show too.
public final class JobParts {
    private JobParts() {}

    /// The job's state in words; one that waits for reviewers says so.
    public static Span state(Job job) {
        Span tag = Tags.state(job.state());
        if (waiting(job).isPresent()) {
            tag.setText(Texts.t("reviewState.PENDING"));
        }
        return tag;
    }

    private static Optional<JobReview> waiting(Job job) {
        return job.review()
                .filter(review ->
                        review.state() == JobReview.State.PENDING && !job.state().isEnd());
    }

    /// What happens next, and who must act.
    public static Component next(Job job) {
        Div next = Blocks.next(words(job));
        job.code().ifPresent(code -> next.add(Problems.report(code, job.detail().orElse(""))));
        return next;
    }

    private static String words(Job job) {
        Optional<JobReview> waiting = waiting(job);
        if (waiting.isPresent()) {
            return Texts.t("job.next.held", waiting.get().reviewers(), job.providerName());
        }
        boolean counts = job.state() == JobState.REQUESTED || job.state() == JobState.DELIVERED;
        return Texts.t("job.next." + job.state() + (counts && job.dryRun() ? ".dry" : ""));
    }

    public static Component review(Job job, JobReview review) {
        return new ReviewCard(job, review);
    }

    /// @param summed whether the result is one row about all that match
    public static Component result(Job job, boolean summed) {
        return new ResultCard(job, summed);
    }

    public static Component progress(Job job) {
        return new PartyProgressCard(job.state(), job.parties(), Map.of(), Instant.EPOCH);
    }

    public static Component log(Job job) {
        return new JobHistory(job.history());
    }
}
