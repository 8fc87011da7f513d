package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementHead;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.StatementService;
import io.databourse.settlement.StatementState;
import io.databourse.settlement.invoice.InvoiceService;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.invoice.InvoiceDialog;
import io.databourse.web.merchant.Organisations;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/// One statement of a month whose books are cut: its life, its lines, its files.
@Route(value = "statements/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class StatementDetailView extends Page implements BeforeEnterObserver {
    private final SettlementService settlement;
    private final StatementService statements;
    private final StatementSheet sheet;
    private final InvoiceService invoices;
    private final Organisations organisations;

    @Inject
    StatementDetailView(
            SettlementService settlement,
            StatementService statements,
            StatementSheet sheet,
            InvoiceService invoices,
            Organisations organisations) {
        this.settlement = settlement;
        this.statements = statements;
        this.sheet = sheet;
        this.invoices = invoices;
        this.organisations = organisations;
    }

    static String address(StatementId id) {
        return "statements/" + id;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        StatementId id = Address.id(event, StatementId::new);
        crumbs(Texts.t("nav.section.money"), Blocks.link(Texts.t("nav.statements"), "statements"));
        build(statements.find(CurrentUser.caller(), id));
    }

    private void build(StatementHead head) {
        Statement statement = settlement.statement(CurrentUser.caller(), head.id());
        title(Texts.t("statement.title", head.period()));
        Component state = Tags.state(head.state());
        state.setId("statement-state");
        beside(
                Tags.plain(organisations.name(head.party())),
                Tags.accent(Texts.of(head.side())),
                state);
        Div actions = Blocks.row(sheet.files(statement));
        if (CurrentUser.has(Role.OPERATOR)) {
            offer(actions, head);
        } else if (head.state() == StatementState.CLOSED
                && CurrentUser.has(Role.BUYER, Role.MERCHANT)) {
            actions.add(
                    Actions.command(
                            "invoice",
                            Texts.t("invoice.request"),
                            () ->
                                    new InvoiceDialog(invoices, organisations, head.id(), statement)
                                            .open()));
        }
        actions(actions);
        show(steps(head), next(head), sheet.totals(statement), facts(head), sheet.lines(statement));
    }

    private void offer(Div actions, StatementHead head) {
        switch (head.state()) {
            case DRAFT ->
                    actions.add(
                            Actions.primary(
                                    "approve",
                                    Texts.t("statement.approve"),
                                    () -> act(who -> statements.approve(who, head.id()))));
            case APPROVED ->
                    actions.add(
                            Actions.primary(
                                    "close",
                                    Texts.t("statement.close"),
                                    () -> act(who -> statements.close(who, head.id()))));
            case OPEN, CLOSED -> {}
        }
    }

    private void act(Command command) {
        build(command.run(CurrentUser.caller()));
    }

    private static Component steps(StatementHead head) {
        return new Stepper(
                List.of(
                        Texts.of(StatementState.DRAFT),
                        Texts.of(StatementState.APPROVED),
                        Texts.of(StatementState.CLOSED)),
                switch (head.state()) {
                    case OPEN -> 0;
                    case DRAFT -> 1;
                    case APPROVED -> 2;
                    case CLOSED -> 3;
                },
                false);
    }

    private static Component next(StatementHead head) {
        return Blocks.next(
                head.state() == StatementState.DRAFT && head.approvalsNeeded() > 1
                        ? Texts.t(
                                "statement.next.fourEyes", head.approvals(), head.approvalsNeeded())
                        : Texts.t("statement.next." + head.state()));
    }

    private static Component facts(StatementHead head) {
        Facts facts =
                new Facts()
                        .add("statement.draftedAt", new When(head.draftedAt()))
                        .add(
                                "statement.approvals",
                                head.approvals() + " / " + head.approvalsNeeded());
        head.approvedAt().ifPresent(at -> facts.add("statement.approvedAt", new When(at)));
        head.closedAt().ifPresent(at -> facts.add("statement.closedAt", new When(at)));
        facts.mono("statement.hash", head.linesHash())
                .add("evidence.link", StoryNavigation.link(head.id().value()));
        return Blocks.card(facts);
    }

    private interface Command {
        StatementHead run(Caller caller);
    }
}
