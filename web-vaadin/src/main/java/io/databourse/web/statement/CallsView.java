package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.metering.ReceiptBook;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
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

/// The calls of a contract in the order of their numbers, which have no gap; each leads to its
/// receipt.
@Route(value = "statements/calls/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class CallsView extends Page implements BeforeEnterObserver {
    private final ReceiptBook receipts;
    private final ContractService contracts;

    @Inject
    CallsView(ReceiptBook receipts, ContractService contracts) {
        this.receipts = receipts;
        this.contracts = contracts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Contract contract =
                contracts.find(CurrentUser.caller(), Address.id(event, ContractId::new));
        long from =
                StatementQuery.read(event.getLocation(), CallsNavigation.FROM, Long::parseLong)
                        .orElse(1L);
        long to =
                StatementQuery.read(event.getLocation(), CallsNavigation.TO, Long::parseLong)
                        .orElse(Long.MAX_VALUE);
        crumbs(
                Texts.t("nav.section.money"),
                Blocks.link(Texts.t("nav.statements"), "statements"),
                Blocks.link(contract.productName(), ChargesNavigation.address(contract.id())));
        title(Texts.t("calls.title"));
        if (to < Long.MAX_VALUE) {
            beside(Tags.plain(Texts.t("calls.range", Figures.of(from), Figures.of(to))));
        }
        show(
                table(contract.id())
                        .from(page ->
                                receipts.list(CurrentUser.caller(), contract.id(), from, to, page)
                                        .map(receipt ->
                                                new Line(
                                                        receipt.counter(),
                                                        CallText.of(receipt.document())))));
    }

    private static DataTable<Line> table(ContractId contract) {
        return new DataTable<Line>("calls", Blocks.empty(Texts.t("calls.empty")))
                .ordered(
                        "calls.number",
                        Line::number,
                        line -> Long.toString(line.number),
                        line ->
                                Blocks.mono(
                                        "#" + Figures.of(line.number),
                                        CallsNavigation.receipt(contract, line.number)))
                .ordered(
                        "wallet.at",
                        line -> line.call.at(),
                        line -> line.call.at().toString(),
                        line -> new When(line.call.at()))
                .column("calls.outcome", CallsView::outcome, CallsView::outcomeTag)
                .number(
                        "statement.units",
                        line -> line.call.units(),
                        line -> Figures.of(line.call.units()))
                .number(
                        "calls.rows",
                        line -> line.call.rows(),
                        line -> Figures.of(line.call.rows()))
                .number(
                        "calls.bytes",
                        line -> line.call.bytes(),
                        line -> Figures.of(line.call.bytes()))
                .number(
                        "calls.cpu",
                        line -> line.call.cpuMillis(),
                        line -> Figures.of(line.call.cpuMillis()))
                .column("calls.source", line -> line.call.source());
    }

    private static String outcome(Line line) {
        return line.call.reversal()
                ? Texts.t("calls.reversal")
                : Texts.ofCode("CallOutcome", line.call.outcome());
    }

    private static Component outcomeTag(Line line) {
        return line.call.reversal()
                ? Tags.warn(outcome(line))
                : Tags.code("CallOutcome", line.call.outcome());
    }

    private record Line(long number, CallText call) {}
}
