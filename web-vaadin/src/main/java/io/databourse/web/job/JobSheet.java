package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.databourse.contract.Contract;
import io.databourse.dispatch.Condition;
import io.databourse.dispatch.JobPreview;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.ResultColumns;
import io.databourse.plugin.Estimate;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.LearnTable;
import io.databourse.web.parts.Meter;
import io.databourse.web.parts.Purposes;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.util.List;
import java.util.Map;

/// Before a job costs or reveals anything: price, quota, who learns what, what is compared.
final class JobSheet extends Div {
    JobSheet(Contract contract, JobRequest request, JobPreview preview, Tasks tasks) {
        addClassNames("grid", "g2");
        Div left =
                Blocks.div(
                        "grid",
                        Blocks.card(Texts.t("learn.heading"), learning(request, preview, tasks)),
                        Blocks.card(
                                Texts.t("job.conditions"), conditions(contract, request, tasks)));
        Div right = Blocks.div("grid", cost(preview), limits(contract, request));
        if (!preview.warnings().isEmpty()) {
            right.addComponentAsFirst(warnings(preview.warnings()));
        }
        add(left, right);
    }

    private static LearnTable learning(JobRequest request, JobPreview preview, Tasks tasks) {
        return new LearnTable(
                preview.disclosure(),
                role ->
                        tasks.find(request.task())
                                .flatMap(card -> card.role(role))
                                .map(card -> Texts.of(card.title()))
                                .orElse(role));
    }

    private static Component conditions(Contract contract, JobRequest request, Tasks tasks) {
        return new Facts()
                .add("job.ownJoinOf", Blocks.mono(String.join(", ", request.own().joinColumns())))
                .add("job.ownConditions", all(request.own().conditions()))
                .add(
                        "job.otherJoinOf",
                        Blocks.mono(String.join(", ", request.provider().joinColumns())))
                .add("job.otherConditions", all(request.provider().conditions()))
                .add("job.taskParameters", parameters(request))
                .add("job.resultIs", result(request, tasks))
                .add(
                        "terms.minimum",
                        Texts.t("job.minimum", contract.policy().minimumResultSize()));
    }

    /// Ours, theirs, or one row about all.
    private static Component result(JobRequest request, Tasks tasks) {
        Div lines = Blocks.div("lines");
        if (tasks.isSummed(request.task())) {
            lines.add(Blocks.text(Texts.t("job.oneRow")));
        }
        if (!request.own().resultColumns().isEmpty()) {
            lines.add(Blocks.mono(String.join(", ", request.own().resultColumns())));
        }
        if (!request.provider().resultColumns().isEmpty()) {
            lines.add(
                    Blocks.text(Texts.t("job.otherResult")),
                    Blocks.mono(String.join(", ", request.provider().resultColumns())));
        } else if (tasks.find(request.task()).flatMap(ResultColumns::ofProvider).isPresent()) {
            lines.add(Blocks.muted(Texts.t("job.otherResultAll")));
        }
        return lines;
    }

    private static Component parameters(JobRequest request) {
        return request.parameters().isEmpty()
                ? Blocks.muted(Texts.t("job.usualParameters"))
                : Blocks.div(
                        "lines",
                        request.parameters().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> Blocks.mono(each.getKey() + " = " + each.getValue()))
                                .toList());
    }

    private static Component all(List<Condition> conditions) {
        return conditions.isEmpty()
                ? Blocks.muted(Texts.t("job.noCondition"))
                : Blocks.div("lines", conditions.stream().map(ConditionEditor::shown).toList());
    }

    private static Component cost(JobPreview preview) {
        Estimate estimate = preview.estimate();
        long bytes = estimate.parties().stream().mapToLong(Estimate.PartyEstimate::bytesSent).sum();
        long left = preview.quota().available();
        return Blocks.card(
                Texts.t("job.cost"),
                new Facts()
                        .add(
                                "job.thisRun",
                                Blocks.text(
                                        "price",
                                        Texts.t(
                                                "job.units",
                                                Figures.of(estimate.units()),
                                                Figures.of(preview.unitPrice()))))
                        .add(
                                "quota.title",
                                Texts.t(
                                        "job.quotaAfter",
                                        Figures.of(left),
                                        Figures.of(preview.quota().granted()),
                                        Figures.of(Math.max(0, left - estimate.units()))))
                        .add(
                                "job.estimate",
                                Texts.t(
                                        "job.estimateText",
                                        Figures.of(Math.max(1, estimate.time().toSeconds())),
                                        Figures.bytes(bytes))),
                new Meter(Texts.t("quota.title"), left, preview.quota().granted()),
                Blocks.paragraph(Texts.t("job.onlyIfDelivered")));
    }

    private static Component limits(Contract contract, JobRequest request) {
        return Blocks.card(
                Texts.t("job.limits"),
                new Facts()
                        .add("terms.purposes", Purposes.of(request.purpose()))
                        .add("contract.notAfter", When.day(contract.end()))
                        .add("job.recipient", Texts.t("job.onlyOwnNode"))
                        .add(
                                "contract.title",
                                Blocks.mono(
                                        contract.id().value(),
                                        ContractNavigation.address(contract.id()))));
    }

    private static Component warnings(List<String> warnings) {
        Div card = Blocks.card(Texts.t("job.warnings"));
        warnings.forEach(text -> card.add(Blocks.div("tag warn", Said.text(text))));
        return card;
    }
}
