package io.databourse.web.job;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.contract.PartyRole;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.membership.MembershipService;
import io.databourse.membership.NodeId;
import io.databourse.registration.Column;
import io.databourse.registration.ProfileService;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/// From conditions to a running job. Nothing is computed before the sheet has said who learns what.
@Route(value = "contracts/:id/new-job", layout = Shell.class)
@Dependent
@RolesAllowed(Names.BUYER)
class NewJobView extends Page implements BeforeEnterObserver {
    private final ContractService contracts;
    private final JobService jobs;
    private final MembershipService membership;
    private final ProfileService profiles;
    private final Tasks tasks;

    @Inject
    NewJobView(
            ContractService contracts,
            JobService jobs,
            MembershipService membership,
            ProfileService profiles,
            Tasks tasks) {
        this.contracts = contracts;
        this.jobs = jobs;
        this.membership = membership;
        this.profiles = profiles;
        this.tasks = tasks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Contract contract =
                contracts.find(CurrentUser.caller(), Address.id(event, ContractId::new));
        crumbs(
                Texts.t("nav.section.trade"),
                Blocks.link(Texts.t("nav.contracts"), "contracts"),
                Blocks.link(contract.productName(), ContractNavigation.address(contract.id())));
        title(Texts.t("job.newTitle", contract.productName()));
        NodeId node = contract.signature(PartyRole.CONSUMER).nodeId();
        askFor(
                contract,
                new NewJobForm(
                        contract,
                        membership.find(CurrentUser.caller(), node),
                        knownColumns(node),
                        tasks,
                        this::confirm));
    }

    private void askFor(Contract contract, NewJobForm filled) {
        beside(Tags.accent(tasks.titles(contract.policy().tasks())));
        actions();
        show(steps(1), filled);
    }

    private void confirm(NewJobForm form, JobRequest request) {
        Contract contract = form.contract();
        var preview = jobs.preview(CurrentUser.caller(), request);
        actions(
                Actions.command("change", Texts.t("job.change"), () -> askFor(contract, form)),
                Actions.primary("run", Texts.t("job.run"), () -> start(request)));
        show(steps(2), new JobSheet(contract, request, preview, tasks));
    }

    private void start(JobRequest request) {
        Job job = jobs.start(CurrentUser.caller(), request);
        UI.getCurrent().navigate(JobNavigation.address(job.id()));
    }

    /// Columns that a profile of the own node has told of; others can be typed.
    private List<String> knownColumns(NodeId node) {
        return profiles.list(CurrentUser.caller()).stream()
                .filter(profile -> profile.nodeId().equals(node))
                .flatMap(profile -> profile.columns().stream())
                .map(Column::name)
                .distinct()
                .toList();
    }

    private static Stepper steps(int now) {
        return new Stepper(
                List.of(
                        Texts.t("job.step.product"),
                        Texts.t("job.step.input"),
                        Texts.t("job.step.confirm"),
                        Texts.t("job.step.run"),
                        Texts.t("job.step.result")),
                now,
                false);
    }
}
