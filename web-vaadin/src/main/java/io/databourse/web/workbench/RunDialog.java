package io.databourse.web.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.databourse.dispatch.JobPreview;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.LearnTable;
import io.databourse.web.parts.RoomRules;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;

/// Before a run that counts: what it costs, who learns what, what may leave.
final class RunDialog extends Dialog {
    RunDialog(JobPreview preview, JsonNode rules, String task, Tasks tasks, Runnable run) {
        setHeaderTitle(Texts.t("workbench.confirm"));
        setWidth("760px");
        long left = preview.quota().available();
        long units = preview.estimate().units();
        Div body =
                Blocks.div(
                        "stack",
                        new Facts()
                                .add(
                                        "job.thisRun",
                                        Blocks.text(
                                                "price",
                                                Texts.t(
                                                        "job.units",
                                                        Figures.of(units),
                                                        Figures.of(preview.unitPrice()))))
                                .add(
                                        "quota.title",
                                        Texts.t(
                                                "job.quotaAfter",
                                                Figures.of(left),
                                                Figures.of(preview.quota().granted()),
                                                Figures.of(Math.max(0, left - units)))));
        preview.warnings().forEach(text -> body.add(Blocks.div("tag warn", Said.text(text))));
        body.add(
                Blocks.subtitle(Texts.t("learn.heading")),
                new LearnTable(
                        preview.disclosure(),
                        role ->
                                tasks.find(task)
                                        .flatMap(card -> card.role(role))
                                        .map(card -> Texts.of(card.title()))
                                        .orElse(role)),
                Blocks.subtitle(Texts.t("room.title")),
                RoomRules.of(rules));
        add(body);
        getFooter()
                .add(
                        Actions.quiet("run-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "run-confirm",
                                Texts.t("job.run"),
                                () -> {
                                    run.run();
                                    close();
                                }));
    }
}
