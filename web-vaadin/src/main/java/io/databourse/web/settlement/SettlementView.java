package io.databourse.web.settlement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.settlement.payout.BatchId;
import io.databourse.settlement.payout.BatchService;
import io.databourse.settlement.payout.PayoutService;
import io.databourse.settlement.payout.PayoutState;
import io.databourse.settlement.payout.SettlementBatch;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.parts.Zone;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;

/// Settlement runs, and the payments that somebody has to look after.
@Route(value = "settlement", layout = Shell.class)
@Dependent
@RolesAllowed({Names.OPERATOR, Names.REGULATOR})
class SettlementView extends Page implements BeforeEnterObserver {
    private final BatchService batches;
    private final PayoutService payouts;
    private final PayoutQueue queue;
    private final DatePicker day = new DatePicker();

    @Inject
    SettlementView(BatchService batches, PayoutService payouts) {
        this.batches = batches;
        this.payouts = payouts;
        this.queue = new PayoutQueue(payouts, this::build);
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.settlement"));
        LocalDate today = LocalDate.now(Zone.ID);
        day.setId("settle-day");
        day.setAutoOpen(false);
        day.setAriaLabel(Texts.t("settlement.date"));
        day.setI18n(Inputs.calendar());
        day.setMax(today);
        day.setValue(lastWeekday(today));
    }

    /// Holidays are known to the service, which refuses them.
    private static LocalDate lastWeekday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    static String address(BatchId id) {
        return "settlement/" + id;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (CurrentUser.has(Role.OPERATOR)) {
            actions(day, Actions.primary("settle", Texts.t("settlement.run"), this::settle));
        }
        build();
    }

    private void settle() {
        SettlementBatch batch = batches.settle(CurrentUser.caller(), day.getOptionalValue());
        UI.getCurrent().navigate(address(batch.id()));
    }

    private void build() {
        int unknown =
                payouts.list(
                                CurrentUser.caller(),
                                Optional.of(PayoutState.UNKNOWN),
                                PageRequest.first(PageRequest.MOST))
                        .items()
                        .size();
        beside(
                Tags.warn(Texts.t("payout.simulated")),
                unknown == 0
                        ? Tags.good(Texts.t("settlement.allKnown"))
                        : Tags.bad(Texts.t("settlement.unknown", unknown)));
        show(
                Blocks.next(Texts.t(unknown == 0 ? "settlement.next" : "settlement.nextUnknown")),
                Blocks.subtitle(Texts.t("settlement.batches")),
                table(),
                Blocks.subtitle(Texts.t("payout.title")),
                queue.table());
    }

    private Component table() {
        return new DataTable<SettlementBatch>("batches", Blocks.empty(Texts.t("settlement.empty")))
                .column(
                        "settlement.date",
                        batch -> batch.settleDate().toString(),
                        batch -> Blocks.link(batch.settleDate().toString(), address(batch.id())))
                .column("settlement.cutoff", batch -> batch.cutoffDay().toString())
                .number(
                        "settlement.parties",
                        SettlementBatch::parties,
                        batch -> Figures.of(batch.parties()))
                .number("settlement.due", SettlementBatch::due, batch -> Figures.of(batch.due()))
                .number("settlement.paid", SettlementBatch::paid, batch -> Figures.of(batch.paid()))
                .number("settlement.held", SettlementBatch::held, batch -> Figures.of(batch.held()))
                .number(
                        "settlement.carried",
                        SettlementBatch::carried,
                        batch -> Figures.of(batch.carried()))
                .ordered(
                        "settlement.createdAt",
                        SettlementBatch::createdAt,
                        batch -> batch.createdAt().toString(),
                        batch -> new When(batch.createdAt()))
                .from(page -> batches.list(CurrentUser.caller(), page));
    }
}
