package io.databourse.web.reconciliation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.settlement.reconciliation.Invariant;
import io.databourse.settlement.reconciliation.Reconciliation;
import io.databourse.settlement.reconciliation.ReconciliationService;
import io.databourse.settlement.reconciliation.TicketState;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Problems;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether what was delivered, metered, charged and booked on a day is the same, and what somebody
/// has to explain.
@Route(value = "reconciliation", layout = Shell.class)
@Dependent
@RolesAllowed({Names.OPERATOR, Names.REGULATOR})
class ReconciliationView extends Page implements BeforeEnterObserver {
    private final ReconciliationService reconciliation;
    private final DatePicker day = Inputs.name(new DatePicker(), "day", "reconciliation.day");

    @Inject
    ReconciliationView(ReconciliationService reconciliation) {
        this.reconciliation = reconciliation;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.reconciliation"));
        day.setI18n(Inputs.calendar());
        day.setAutoOpen(false);
        day.setMax(LocalDate.now(Zone.ID));
        day.setValue(LocalDate.now(Zone.ID).minusDays(1));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    private void build() {
        boolean open =
                !reconciliation
                        .tickets(
                                CurrentUser.caller(),
                                Optional.of(TicketState.OPEN),
                                PageRequest.first(1))
                        .items()
                        .isEmpty();
        Component verdict =
                open
                        ? Tags.bad(Texts.t("reconciliation.open"))
                        : Tags.good(Texts.t("reconciliation.none"));
        verdict.setId("reconciliation-verdict");
        beside(verdict);
        List<Component> parts = new ArrayList<>();
        if (CurrentUser.has(Role.OPERATOR)) {
            parts.add(commands());
        }
        parts.add(Blocks.subtitle(Texts.t("reconciliation.tickets")));
        parts.add(new TicketTable(reconciliation, this::build).table());
        parts.add(Blocks.subtitle(Texts.t("reconciliation.days")));
        parts.add(days());
        parts.add(Blocks.subtitle(Texts.t("reconciliation.rules")));
        parts.add(rules());
        show(parts.toArray(Component[]::new));
    }

    private Component commands() {
        return Blocks.card(
                Blocks.div(
                        "row end-aligned",
                        day,
                        Actions.primary("reconcile", Texts.t("reconciliation.run"), this::run),
                        Actions.command("check", Texts.t("reconciliation.check"), this::check)));
    }

    private void run() {
        Inputs.require(day);
        Reconciliation result =
                reconciliation.reconcile(CurrentUser.caller(), Optional.of(Inputs.value(day)));
        Problems.done(Texts.t("reconciliation.ran", result.day().toString(), result.differences()));
        build();
    }

    private void check() {
        int found = reconciliation.check(CurrentUser.caller()).size();
        Problems.done(Texts.t("reconciliation.checked", found));
        build();
    }

    private Component days() {
        return new DataTable<Reconciliation>(
                        "reconciliations", Blocks.empty(Texts.t("reconciliation.empty")))
                .column("reconciliation.day", each -> each.day().toString())
                .column("reconciliation.runs", ReconciliationView::runs)
                .column("reconciliation.calls", ReconciliationView::calls)
                .number(
                        "reconciliation.charged",
                        Reconciliation::grossCharged,
                        each -> Figures.of(each.grossCharged()))
                .number(
                        "reconciliation.ledger",
                        Reconciliation::grossInLedger,
                        each -> Figures.of(each.grossInLedger()))
                .column(
                        "reconciliation.differences",
                        each -> Figures.of(each.differences()),
                        each ->
                                each.differences() == 0
                                        ? Tags.good("0")
                                        : Tags.bad(Figures.of(each.differences())))
                .ordered(
                        "wallet.at",
                        Reconciliation::at,
                        each -> each.at().toString(),
                        each -> new When(each.at()))
                .from(page -> reconciliation.list(CurrentUser.caller(), page));
    }

    private Component rules() {
        List<Invariant> rules = reconciliation.invariants(CurrentUser.caller());
        if (rules.isEmpty()) {
            return Blocks.empty(Texts.t("reconciliation.noRule"));
        }
        FieldTable table =
                new FieldTable(
                        "reconciliation.rule",
                        "table.state",
                        "reconciliation.checkedAt",
                        "reconciliation.millis");
        for (Invariant rule : rules) {
            table.line(
                    Blocks.text(Texts.ofCode("rule", rule.rule().name())),
                    rule.broken() == 0
                            ? Tags.good(Texts.t("reconciliation.holds"))
                            : Tags.bad(Texts.t("reconciliation.broken", Figures.of(rule.broken()))),
                    new When(rule.checkedAt()),
                    Blocks.text(Figures.of(rule.millis())));
        }
        return Blocks.div("card flush", table);
    }

    /// Delivered = metered = charged.
    private static String runs(Reconciliation day) {
        return Figures.of(day.jobsDelivered())
                + " / "
                + Figures.of(day.runsMetered())
                + " / "
                + Figures.of(day.runsCharged());
    }

    private static String calls(Reconciliation day) {
        return Figures.of(day.callsReceived())
                + " / "
                + Figures.of(day.callsMetered())
                + " / "
                + Figures.of(day.callsCharged());
    }
}
