package io.databourse.web.workbench;

import com.vaadin.flow.component.Component;
import io.databourse.call.PageRequest;
import io.databourse.contract.ContractId;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobService;
import io.databourse.web.job.JobParts;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import java.util.List;
import java.util.function.Consumer;

/// The runs under a contract, the newest first.
final class RunHistory {
    private RunHistory() {}

    static Component of(JobService jobs, ContractId contract, Tasks tasks, Consumer<Job> show) {
        List<Job> runs =
                jobs
                        .list(CurrentUser.caller(), PageRequest.first(PageRequest.MOST))
                        .items()
                        .stream()
                        .filter(job -> job.contractId().equals(contract))
                        .toList();
        return new DataTable<Job>("runs", Blocks.empty(Texts.t("workbench.noRun")))
                .aside()
                .ordered(
                        "job.requestedAt",
                        Job::requestedAt,
                        job -> job.requestedAt().toString(),
                        job -> new When(job.requestedAt()))
                .column("terms.tasks", job -> tasks.title(job.task()))
                .column("workbench.code", RunHistory::code, job -> Blocks.mono(code(job)))
                .column(
                        "table.state",
                        job -> Texts.of(job.state()),
                        job ->
                                job.dryRun()
                                        ? Blocks.row(
                                                JobParts.state(job),
                                                Tags.warn(Texts.t("job.syntheticTag")))
                                        : JobParts.state(job))
                .number(
                        "job.resultRows",
                        job -> job.resultRows().orElse(-1L),
                        job -> job.resultRows().map(Figures::of).orElse("–"))
                .column(
                        "review.act",
                        job -> "",
                        job ->
                                Actions.quiet(
                                        "show-" + job.id(),
                                        Texts.t("workbench.show"),
                                        () -> show.accept(job)))
                .of(runs);
    }

    /// The question on one line, or the script's version.
    private static String code(Job job) {
        String code =
                job.parameters()
                        .getOrDefault(
                                "sql",
                                job.parameters()
                                        .getOrDefault(
                                                "algorithm",
                                                job.parameters().getOrDefault("template", "")))
                        .replaceAll("\\s+", " ")
                        .strip();
        return code.length() > 90 ? code.substring(0, 90) + "…" : code;
    }
}
