package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobId;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Downloads;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Live;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Purposes;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One job, live while it runs. The page may be closed: the job goes on.
@Route(value = "jobs/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class JobView extends Page implements BeforeEnterObserver {
    private final JobService jobs;
    private final MerchantService merchants;
    private final Tasks tasks;
    private final Div main = Blocks.div("stack");
    private final Clock clock;
    private Optional<Job> shown = Optional.empty();

    /// By party, of the present attempt.
    private final Map<String, Pace> paces = new HashMap<>();

    @Inject
    JobView(JobService jobs, MerchantService merchants, Tasks tasks, Clock clock) {
        this.jobs = jobs;
        this.merchants = merchants;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        JobId id = Address.id(event, JobId::new);
        build(jobs.find(CurrentUser.caller(), id));
        show(main, new Live(() -> refresh(id)));
    }

    private void refresh(JobId id) {
        if (shown.filter(job -> job.state().isEnd()).isPresent()) {
            return;
        }
        Job now = jobs.find(CurrentUser.caller(), id);
        boolean waits =
                now.parties().stream()
                        .anyMatch(party ->
                                PartyProgressCard.isOverdue(now.state(), party, clock.instant()));
        if (waits || !shown.equals(Optional.of(now))) {
            build(now);
        }
    }

    private void watch(Job job) {
        if (shown.filter(before -> before.attempt() == job.attempt()).isEmpty()) {
            paces.clear();
        }
        job.parties()
                .forEach(party ->
                        paces.merge(
                                party.party(), Pace.of(party), (before, _) -> before.after(party)));
    }

    private void build(Job job) {
        watch(job);
        shown = Optional.of(job);
        crumbs(Texts.t("nav.section.work"), Blocks.link(Texts.t("nav.jobs"), "jobs"));
        title(tasks.title(job.task()) + " · " + job.productName());
        var state = JobParts.state(job);
        state.setId("job-state");
        beside(state);
        if (job.dryRun()) {
            beside(state, Tags.warn(Texts.t("job.syntheticTag")));
        }
        actions(buttons(job));
        Div left = Blocks.div("grid", JobParts.next(job));
        if (job.dryRun()) {
            left.add(Blocks.div("synthetic", Blocks.text(Texts.t("job.synthetic"))));
        }
        job.review().ifPresent(review -> left.add(JobParts.review(job, review)));
        if (job.state() == JobState.REVIEWING
                && job.review().isPresent()
                && isOwn(job.provider())) {
            left.add(
                    Blocks.next(
                            Texts.t("review.provider"), Blocks.mono("review show " + job.id())));
        }
        if (job.state() == JobState.DELIVERED) {
            left.add(JobParts.result(job, tasks.isSummed(job.task())));
        }
        left.add(
                new PartyProgressCard(job.state(), job.parties(), paces, clock.instant()),
                new JobHistory(job.history()));
        if (!job.parameters().isEmpty()) {
            left.add(parameters(job));
        }
        Div right = Blocks.div("grid", facts(job));
        if (job.state() == JobState.DELIVERED) {
            right.add(receipt(job));
        }
        main.removeAll();
        main.add(steps(job), Blocks.div("grid g2", left, right));
    }

    private Component[] buttons(Job job) {
        boolean mine = CurrentUser.has(Role.BUYER) && isOwn(job.consumer());
        return mine && !job.state().isEnd()
                ? new Component[] {
                    Actions.danger("job-cancel", Texts.t("job.cancel"), () -> cancel(job))
                }
                : new Component[0];
    }

    private boolean isOwn(MerchantId organisation) {
        return merchants
                .organisationOf(CurrentUser.caller())
                .filter(own -> own.id().equals(organisation))
                .isPresent();
    }

    private void cancel(Job job) {
        build(jobs.cancel(CurrentUser.caller(), job.id()));
    }

    private static Stepper steps(Job job) {
        int now =
                switch (job.state()) {
                    case REQUESTED -> 0;
                    case AUTHORIZING, AUTHORIZED -> 1;
                    case PLACING -> 2;
                    case RUNNING -> 3;
                    case REVIEWING, DELIVERING -> 4;
                    case DELIVERED -> 6;
                    case REFUSED, FAILED, CANCELLED -> reached(job);
                };
        return new Stepper(
                List.of(
                        Texts.t("job.stage.requested"),
                        Texts.t("job.stage.authorized"),
                        Texts.t("job.stage.placed"),
                        Texts.t("job.stage.running"),
                        Texts.t("job.stage.delivering"),
                        Texts.t("job.stage.delivered")),
                now,
                job.state().isEnd());
    }

    /// How far a job came that did not end well.
    private static int reached(Job job) {
        return job.history().stream()
                .mapToInt(step ->
                        switch (step.state()) {
                            case REQUESTED, REFUSED, FAILED, CANCELLED -> 0;
                            case AUTHORIZING, AUTHORIZED -> 1;
                            case PLACING -> 2;
                            case RUNNING -> 3;
                            case REVIEWING, DELIVERING, DELIVERED -> 4;
                        })
                .max()
                .orElse(0);
    }

    private Component facts(Job job) {
        Facts facts =
                new Facts()
                        .mono("job.id", job.id().value())
                        .add("terms.tasks", tasks.title(job.task()))
                        .add("terms.purposes", Purposes.of(job.purpose()))
                        .add("order.buyer", job.consumerName())
                        .add("order.provider", job.providerName())
                        .add("job.attempt", String.valueOf(job.attempt()))
                        .add("job.requestedAt", new When(job.requestedAt()));
        job.endedAt().ifPresent(at -> facts.add("job.endedAt", new When(at)));
        job.definitionHash().ifPresent(hash -> facts.mono("job.definitionHash", hash));
        job.blame().ifPresent(who -> facts.add("job.blame", Texts.ofCode("blame", who)));
        return Blocks.card(
                Texts.t("job.title"),
                facts.add(
                                "contract.title",
                                Blocks.mono(
                                        job.contractId().value(),
                                        ContractNavigation.address(job.contractId())))
                        .add("evidence.link", StoryNavigation.link(job.id().value())));
    }

    /// What was asked, as the consumer wrote it.
    private static Component parameters(Job job) {
        Div card = Blocks.card(Texts.t("job.parameters"));
        new TreeMap<>(job.parameters())
                .forEach((name, value) ->
                        card.add(
                                Blocks.text("label", Texts.ofCode("parameter", name)),
                                new Pre(value)));
        return card;
    }

    private Component receipt(Job job) {
        String text = jobs.receipt(CurrentUser.caller(), job.id());
        Anchor file =
                new Anchor(
                        Downloads.json("receipt-" + job.id() + ".json", text),
                        Texts.t("job.receiptFile"));
        file.setId("receipt");
        file.setRouterIgnore(true);
        return Blocks.card(
                Texts.t("job.receipt"),
                Blocks.paragraph(Texts.t("job.receiptHint")),
                file,
                new Details(Texts.t("job.receiptText"), new Pre(text)));
    }
}
