package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementHead;
import io.databourse.settlement.StatementService;
import io.databourse.web.merchant.Organisations;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/// The running month, and the statements of the months whose books are cut.
@Route(value = "statements", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class StatementListView extends Page implements BeforeEnterObserver {
    private final SettlementService settlement;
    private final StatementService statements;
    private final Organisations organisations;

    @Inject
    StatementListView(
            SettlementService settlement,
            StatementService statements,
            Organisations organisations) {
        this.settlement = settlement;
        this.statements = statements;
        this.organisations = organisations;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.statements"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (CurrentUser.has(Role.OPERATOR)) {
            actions(
                    Actions.command(
                            "books",
                            Texts.t("books.open"),
                            () -> new BooksDialog(statements, this::build).open()));
        }
        build();
    }

    private void build() {
        show(running(), table());
    }

    private Component running() {
        Statement month = settlement.statement(CurrentUser.caller(), Optional.empty());
        Div row =
                Blocks.div(
                        "grid fit",
                        Blocks.figure(
                                Texts.t("statement.running"),
                                Blocks.link(month.period().toString(), StatementView.ADDRESS),
                                Texts.t("statement.runningHint")));
        if (CurrentUser.has(Role.BUYER)) {
            row.add(
                    Blocks.figure(
                            Texts.t("statement.paid"),
                            Blocks.text(Figures.of(month.paid())),
                            Texts.t("statement.paidHint")));
        }
        row.add(
                Blocks.figure(
                        Texts.t("statement.earned"),
                        Blocks.text(Figures.of(month.earned())),
                        Texts.t("statement.earnedHint")));
        return row;
    }

    private Component table() {
        DataTable<StatementHead> table =
                new DataTable<StatementHead>(
                                "statements",
                                Blocks.empty(
                                        Texts.t("statements.empty"),
                                        Blocks.link(
                                                Texts.t("statement.running"),
                                                StatementView.ADDRESS)))
                        .column(
                                "statement.period",
                                head -> head.period().toString(),
                                head ->
                                        Blocks.link(
                                                head.period().toString(),
                                                StatementDetailView.address(head.id())));
        if (CurrentUser.has(Role.OPERATOR, Role.REGULATOR)) {
            table.column("statement.party", head -> organisations.name(head.party()));
        }
        return table.column("statement.side", head -> Texts.of(head.side()))
                .column(
                        "table.state",
                        head -> Texts.of(head.state()),
                        head -> Tags.state(head.state()))
                .column(
                        "statement.approvals",
                        head -> head.approvals() + " / " + head.approvalsNeeded())
                .number("statement.lines", StatementHead::lines, head -> Figures.of(head.lines()))
                .number("statement.paid", StatementHead::paid, head -> Figures.of(head.paid()))
                .number(
                        "statement.earned",
                        StatementHead::earned,
                        head -> Figures.of(head.earned()))
                .from(page -> statements.list(CurrentUser.caller(), Optional.empty(), page));
    }
}
