package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobService;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

@Route(value = "jobs", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class JobListView extends Page {
    @Inject
    JobListView(JobService jobs, Tasks tasks) {
        crumbs(Texts.t("nav.section.work"));
        title(Texts.t("nav.jobs"));
        show(
                new DataTable<Job>(
                                "jobs",
                                Blocks.empty(
                                        Texts.t("jobs.empty"),
                                        Blocks.link(Texts.t("nav.contracts"), "contracts")))
                        .column("order.product", Job::productName, JobListView::product)
                        .column("terms.tasks", job -> tasks.title(job.task()))
                        .column("order.buyer", Job::consumerName)
                        .column("order.provider", Job::providerName)
                        .column("table.state", job -> Texts.of(job.state()), JobParts::state)
                        .number(
                                "job.resultRows",
                                job -> job.resultRows().orElse(-1L),
                                job -> job.resultRows().map(Figures::of).orElse("–"))
                        .ordered(
                                "job.requestedAt",
                                Job::requestedAt,
                                job -> job.requestedAt().toString(),
                                job -> new When(job.requestedAt()))
                        .from(page -> jobs.list(CurrentUser.caller(), page)));
    }

    private static Component product(Job job) {
        return Blocks.div(
                "two",
                Blocks.link(job.productName(), JobNavigation.address(job.id())),
                Blocks.mono(job.id().value()));
    }
}
