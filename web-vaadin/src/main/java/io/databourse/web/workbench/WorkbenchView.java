package io.databourse.web.workbench;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.databourse.algorithm.AlgorithmService;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobId;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.OtherInput;
import io.databourse.dispatch.OwnInput;
import io.databourse.dispatch.Room;
import io.databourse.dispatch.RoomService;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Live;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.RoomRules;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Code beside a provider's data: written, tried on made-up rows, run, followed to its result.
@Route(value = "workbench/:id", layout = Shell.class)
@Dependent
@RolesAllowed(Names.BUYER)
class WorkbenchView extends Page implements BeforeEnterObserver {
    private final ContractService contracts;
    private final RoomService rooms;
    private final JobService jobs;
    private final AlgorithmService algorithms;
    private final Tasks tasks;
    private final RadioButtonGroup<Desk> desk = new RadioButtonGroup<>();
    private final Div written = Blocks.div("stack");
    private final Div left = Blocks.row();
    private final Div run = Blocks.div("stack");
    private final Div history = Blocks.div("stack");
    private Optional<Job> shown = Optional.empty();

    @Inject
    WorkbenchView(
            ContractService contracts,
            RoomService rooms,
            JobService jobs,
            AlgorithmService algorithms,
            Tasks tasks) {
        this.contracts = contracts;
        this.rooms = rooms;
        this.jobs = jobs;
        this.algorithms = algorithms;
        this.tasks = tasks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ContractId id = Address.id(event, ContractId::new);
        Contract contract = contracts.find(CurrentUser.caller(), id);
        Room room = rooms.room(CurrentUser.caller(), id);
        crumbs(
                Texts.t("nav.section.work"),
                Blocks.link(Texts.t("nav.workbench"), "workbench"),
                Blocks.link(contract.productName(), ContractNavigation.address(id)));
        title(Texts.t("workbench.title", contract.productName()));
        Optional<ScriptDesk> scripts = desks(contract, room, event);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(WorkbenchNavigation.JOB)
                .ifPresent(job -> show(jobs.find(CurrentUser.caller(), new JobId(job))));
        refill(contract);
        show(
                Blocks.div(
                        "grid workbench",
                        Blocks.div("grid", editor(contract), run, history),
                        Blocks.div(
                                "grid",
                                new RoomCard(room),
                                Blocks.card(Texts.t("room.title"), RoomRules.of(room.rules())))),
                new Live(() -> {
                    refresh(contract);
                    scripts.ifPresent(ScriptDesk::refresh);
                }));
    }

    private Optional<ScriptDesk> desks(Contract contract, Room room, BeforeEnterEvent event) {
        List<Desk> all = new ArrayList<>();
        Runnable dryRun = () -> start(contract, true);
        Optional<ScriptDesk> scripts = Optional.empty();
        if (room.tasks().contains(QueryDesk.TASK)) {
            all.add(new QueryDesk(room, dryRun));
        }
        if (room.tasks().contains(ScriptDesk.TASK)) {
            ScriptDesk made = new ScriptDesk(new Versions(algorithms, contract), room, dryRun);
            all.add(made);
            scripts = Optional.of(made);
        }
        desk.setId("desk");
        desk.setAriaLabel(Texts.t("workbench.desk"));
        desk.setItems(all);
        desk.setItemLabelGenerator(each -> tasks.title(each.task()));
        desk.addValueChangeListener(change -> {
            written.removeAll();
            written.add(change.getValue());
        });
        String wanted =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(WorkbenchNavigation.MODE)
                        .orElse("");
        all.stream()
                .filter(each -> each.task().endsWith(wanted))
                .findFirst()
                .ifPresent(desk::setValue);
        desk.addValueChangeListener(change -> keepInAddress());
        return scripts;
    }

    private Div editor(Contract contract) {
        return Blocks.card(
                desk,
                written,
                left,
                Blocks.row(
                        Actions.command(
                                "dry-run",
                                Texts.t("workbench.dryRun"),
                                () -> start(contract, true)),
                        Actions.primary("run", Texts.t("workbench.run"), () -> confirm(contract))));
    }

    private JobRequest request(Contract contract, boolean dryRun) {
        Desk chosen = desk.getValue();
        return new JobRequest(
                contract.id(),
                chosen.task(),
                contract.policy().purposes().getFirst(),
                OwnInput.NONE,
                new OtherInput(List.of(), List.of()),
                chosen.parameters(),
                Optional.of(dryRun));
    }

    private void confirm(Contract contract) {
        JobRequest request = request(contract, false);
        new RunDialog(
                        jobs.preview(CurrentUser.caller(), request),
                        contract.policy().room().orElseThrow(),
                        request.task(),
                        tasks,
                        () -> started(contract, jobs.start(CurrentUser.caller(), request)))
                .open();
    }

    private void start(Contract contract, boolean dryRun) {
        started(contract, jobs.start(CurrentUser.caller(), request(contract, dryRun)));
    }

    private void started(Contract contract, Job job) {
        show(job);
        refill(contract);
        keepInAddress();
        // What happens is below the editor.
        run.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void show(Job job) {
        shown = Optional.of(job);
        run.removeAll();
        run.add(new RunCard(job));
    }

    private void refresh(Contract contract) {
        shown.filter(job -> !job.state().isEnd())
                .map(job -> jobs.find(CurrentUser.caller(), job.id()))
                .filter(now -> !shown.equals(Optional.of(now)))
                .ifPresent(now -> {
                    show(now);
                    refill(contract);
                });
    }

    /// What is left to run, and what was run.
    private void refill(Contract contract) {
        Room now = rooms.room(CurrentUser.caller(), contract.id());
        var runs =
                Blocks.text("strong", Texts.t("workbench.left", now.runsLeft(), now.dryRunsLeft()));
        runs.setId("runs-left");
        left.removeAll();
        left.add(runs);
        now.privacy()
                .map(RoomRules::said)
                .ifPresent(said -> {
                    said.setId("privacy-left");
                    left.add(said);
                });
        history.removeAll();
        history.add(
                Blocks.subtitle(Texts.t("workbench.history")),
                RunHistory.of(
                        jobs,
                        contract.id(),
                        tasks,
                        job -> {
                            show(jobs.find(CurrentUser.caller(), job.id()));
                            keepInAddress();
                        }));
    }

    private void keepInAddress() {
        UI ui = UI.getCurrent();
        Location here = ui.getActiveViewLocation();
        QueryParameters query =
                here.getQueryParameters()
                        .excluding(WorkbenchNavigation.JOB, WorkbenchNavigation.MODE)
                        .including(
                                WorkbenchNavigation.MODE,
                                desk.getValue().task().replaceAll(".*/", ""));
        for (Job job : shown.stream().toList()) {
            query = query.including(WorkbenchNavigation.JOB, job.id().value());
        }
        ui.getPage().getHistory().replaceState(null, new Location(here.getPath(), query));
    }
}
