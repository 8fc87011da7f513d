package io.databourse.web.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobState;
import io.databourse.web.job.JobNavigation;
import io.databourse.web.job.JobParts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;

/// One run as it goes: its log, its review, and where its result lies.
final class RunCard extends Div {
    RunCard(Job job) {
        addClassName("stack");
        setId("run-card");
        var state = JobParts.state(job);
        state.setId("run-state");
        Div head =
                Blocks.card(
                        new H2(Texts.t(job.dryRun() ? "workbench.dryRunOf" : "workbench.runOf")),
                        Blocks.row(
                                state,
                                Blocks.mono(job.id().value(), JobNavigation.address(job.id()))));
        if (job.dryRun()) {
            head.add(Blocks.div("synthetic", Blocks.text(Texts.t("job.synthetic"))));
        }
        head.add(JobParts.next(job));
        add(head);
        job.review().ifPresent(review -> add(JobParts.review(job, review)));
        if (job.state() == JobState.DELIVERED) {
            add(JobParts.result(job, false));
        }
        job.estimate()
                .ifPresent(estimate -> {
                    Facts facts = new Facts().add("job.thisRun", Figures.of(estimate.unitPrice()));
                    estimate.seconds()
                            .ifPresent(seconds ->
                                    facts.add(
                                            "workbench.seconds",
                                            Texts.t("workbench.secondsSaid", seconds)));
                    estimate.rows()
                            .ifPresent(rows -> facts.add("workbench.inputRows", Figures.of(rows)));
                    add(Blocks.card(Texts.t("workbench.estimate"), facts));
                });
        add(JobParts.progress(job), JobParts.log(job));
    }
}
