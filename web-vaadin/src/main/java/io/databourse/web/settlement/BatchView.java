package io.databourse.web.settlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Caller;
import io.databourse.settlement.payout.BatchId;
import io.databourse.settlement.payout.BatchItem;
import io.databourse.settlement.payout.BatchService;
import io.databourse.settlement.payout.SettlementBatch;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Downloads;
import io.databourse.web.parts.Facts;
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

/// One settlement run: what was netted for each party, and what of it is paid, held and carried.
@Route(value = "settlement/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.OPERATOR, Names.REGULATOR})
class BatchView extends Page implements BeforeEnterObserver {
    private final BatchService batches;

    @Inject
    BatchView(BatchService batches) {
        this.batches = batches;
        crumbs(Texts.t("nav.section.money"), Blocks.link(Texts.t("nav.settlement"), "settlement"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller caller = CurrentUser.caller();
        SettlementBatch batch = batches.find(caller, Address.id(event, BatchId::new));
        title(Texts.t("settlement.title", batch.settleDate().toString()));
        beside(Tags.plain(Texts.t("settlement.through", batch.cutoffDay().toString())));
        actions(file(batch));
        show(figures(batch), facts(batch), items(batch));
    }

    private Component file(SettlementBatch batch) {
        String name = batch.id() + ".csv";
        Caller caller = CurrentUser.caller();
        return Downloads.link(
                "batch-csv",
                Texts.t("settlement.export"),
                name,
                "text/csv",
                () -> batches.export(caller, batch.id()));
    }

    private static Component figures(SettlementBatch batch) {
        return Blocks.div(
                "grid g4",
                figure("settlement.due", Figures.of(batch.due())),
                figure("settlement.paid", Figures.of(batch.paid())),
                figure("settlement.held", Figures.of(batch.held())),
                figure("settlement.carried", Figures.of(batch.carried())));
    }

    private static Component figure(String labelKey, String amount) {
        var value = Blocks.text(amount);
        value.setId(labelKey.replace('.', '-'));
        return Blocks.figure(Texts.t(labelKey), value, Texts.t(labelKey + "Hint"));
    }

    private static Component facts(SettlementBatch batch) {
        return Blocks.card(
                new Facts()
                        .add("settlement.createdAt", new When(batch.createdAt()))
                        .mono("settlement.hash", batch.exportSha256())
                        .add("evidence.link", StoryNavigation.link(batch.id().value())));
    }

    private Component items(SettlementBatch batch) {
        return new DataTable<BatchItem>("batch-items", Blocks.empty(Texts.t("settlement.noItem")))
                .column(
                        "settlement.party",
                        BatchItem::name,
                        item ->
                                item.blocked()
                                        ? Blocks.row(
                                                Blocks.text(item.name()),
                                                Tags.bad(Texts.t("settlement.blocked")))
                                        : Blocks.text(item.name()))
                .number(
                        "settlement.payable",
                        BatchItem::payable,
                        item -> Figures.of(item.payable()))
                .number(
                        "settlement.notYetDue",
                        BatchItem::notYetDue,
                        item -> Figures.of(item.notYetDue()))
                .number("settlement.owed", BatchItem::owed, item -> Figures.of(item.owed()))
                .number("settlement.due", BatchItem::due, item -> Figures.of(item.due()))
                .number("settlement.paid", BatchItem::paid, item -> Figures.of(item.paid()))
                .number("settlement.held", BatchItem::held, item -> Figures.of(item.held()))
                .number(
                        "settlement.carried",
                        BatchItem::carried,
                        item -> Figures.of(item.carried()))
                .of(batches.items(CurrentUser.caller(), batch.id()));
    }
}
