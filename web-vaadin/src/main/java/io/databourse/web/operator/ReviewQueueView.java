package io.databourse.web.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.catalog.CatalogService;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobService;
import io.databourse.ledger.LedgerService;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/// What waits for the operator, the oldest first, below four figures that show whether all is well.
@Route(value = "review", layout = Shell.class)
@Dependent
@RolesAllowed(Names.OPERATOR)
class ReviewQueueView extends Page implements BeforeEnterObserver {
    private final ReviewQueue queue;
    private final CatalogService catalog;
    private final JobService jobs;
    private final LedgerService ledger;

    @Inject
    ReviewQueueView(
            ReviewQueue queue, CatalogService catalog, JobService jobs, LedgerService ledger) {
        this.queue = queue;
        this.catalog = catalog;
        this.jobs = jobs;
        this.ledger = ledger;
        crumbs(Texts.t("nav.section.today"));
        title(Texts.t("nav.review"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    private void build() {
        List<ReviewItem> items = queue.items(this::build);
        beside(
                items.isEmpty()
                        ? Tags.good(Texts.t("review.nothing"))
                        : Tags.warn(Texts.t("review.count", items.size())));
        show(figures(items), table(items));
    }

    private Component figures(List<ReviewItem> items) {
        List<Job> newest =
                jobs.list(CurrentUser.caller(), PageRequest.first(PageRequest.MOST)).items();
        long running = newest.stream().filter(job -> !job.state().isEnd()).count();
        boolean balanced = ledger.proof().balanced();
        var proof = Blocks.link(Texts.t(balanced ? "ledger.zero" : "ledger.broken"), "ledger");
        proof.addClassName(balanced ? "good" : "bad");
        return Blocks.div(
                "grid g4",
                Blocks.figure(
                        Texts.t("review.open"),
                        Blocks.text(Figures.of(items.size())),
                        kinds(items)),
                Blocks.figure(
                        Texts.t("review.turnover"),
                        Blocks.text(Figures.of(catalog.counters().turnover())),
                        Texts.t("review.turnoverHint")),
                Blocks.figure(
                        Texts.t("nav.jobs"),
                        Blocks.link(Figures.of(running), "jobs"),
                        Texts.t("review.jobsHint", newest.size())),
                Blocks.figure(Texts.t("nav.ledger"), proof, Texts.t("ledger.zeroHint")));
    }

    private static String kinds(List<ReviewItem> items) {
        return String.join(
                " · ",
                items.stream()
                        .map(ReviewItem::kind)
                        .distinct()
                        .map(kind ->
                                Texts.t(kind)
                                        + " "
                                        + items.stream()
                                                .filter(item -> item.kind().equals(kind))
                                                .count())
                        .toList());
    }

    private static Component table(List<ReviewItem> items) {
        return new DataTable<ReviewItem>("review", Blocks.empty(Texts.t("review.empty")))
                .column(
                        "review.matter",
                        item -> Texts.t(item.kind()) + " · " + item.name(),
                        item ->
                                Blocks.div(
                                        "two",
                                        Blocks.text(Texts.t(item.kind()) + " · " + item.name()),
                                        Blocks.mono(item.id())))
                .column("review.applicant", ReviewItem::applicant)
                .column(
                        "review.step",
                        item -> Texts.of(item.state()),
                        item -> Tags.state(item.state()))
                .ordered(
                        "review.since",
                        ReviewItem::since,
                        item -> item.since().toString(),
                        item -> new When(item.since()))
                .column(
                        "review.act",
                        item -> "",
                        item ->
                                Actions.command(
                                        "review-" + item.id(),
                                        Texts.t("review.handle"),
                                        item.open()))
                .of(items);
    }
}
