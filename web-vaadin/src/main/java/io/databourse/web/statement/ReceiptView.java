package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.contract.ContractId;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.json.Json;
import io.databourse.metering.ReceiptBook;
import io.databourse.metering.SignedReceipt;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
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
import java.nio.charset.StandardCharsets;

/// The receipt of one call, recomputed up to the exchange's signature when it is opened.
@Route(value = "statements/calls/:id/:number", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ReceiptView extends Page implements BeforeEnterObserver {
    private final ReceiptBook receipts;
    private final ExchangeKeys keys;

    @Inject
    ReceiptView(ReceiptBook receipts, ExchangeKeys keys) {
        this.receipts = receipts;
        this.keys = keys;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ContractId contract = Address.id(event, ContractId::new);
        SignedReceipt receipt = receipt(contract, number(event));
        crumbs(
                Texts.t("nav.section.money"),
                Blocks.link(Texts.t("nav.statements"), "statements"),
                Blocks.link(
                        Texts.t("calls.title"),
                        CallsNavigation.address(contract, 1, Long.MAX_VALUE)));
        title(Texts.t("receipt.title", Figures.of(receipt.counter())));
        ReceiptCheck check = ReceiptCheck.of(receipt, keys.signerCertificate());
        Component verdict =
                check.holds()
                        ? Tags.good(Texts.t("receipt.holds"))
                        : Tags.bad(Texts.t("receipt.fails"));
        verdict.setId("receipt-verdict");
        beside(verdict);
        actions(file(contract, receipt));
        show(
                Blocks.next(Texts.t("receipt.hint")),
                Blocks.div("grid halves", call(receipt), proof(receipt, check)),
                Blocks.card(new Details(Texts.t("receipt.document"), new Pre(receipt.document()))));
    }

    private static long number(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .get(CallsNavigation.NUMBER)
                .filter(text -> text.matches("[1-9]\\d{0,17}"))
                .map(Long::parseLong)
                .orElseThrow(NotFoundException::new);
    }

    private SignedReceipt receipt(ContractId contract, long number) {
        return receipts
                .list(CurrentUser.caller(), contract, number, number, PageRequest.first(1))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Component file(ContractId contract, SignedReceipt receipt) {
        return Downloads.link(
                "receipt-json",
                Texts.t("receipt.file"),
                "receipt-%s-%d.json".formatted(contract, receipt.counter()),
                "application/json",
                () -> Json.write(receipt).getBytes(StandardCharsets.UTF_8));
    }

    private static Component call(SignedReceipt receipt) {
        CallText call = CallText.of(receipt.document());
        return Blocks.card(
                Texts.t("receipt.call"),
                new Facts()
                        .add("wallet.at", new When(call.at()))
                        .add(
                                "calls.outcome",
                                call.reversal()
                                        ? Texts.t("calls.reversal")
                                        : Texts.ofCode("CallOutcome", call.outcome()))
                        .add("statement.units", Figures.of(call.units()))
                        .add("calls.rows", Figures.of(call.rows()))
                        .add("calls.bytes", Figures.of(call.bytes()))
                        .add("calls.cpu", Figures.of(call.cpuMillis()))
                        .add("calls.turnover", turnover(call))
                        .add("calls.source", call.source())
                        .mono("calls.id", call.id()));
    }

    private static String turnover(CallText call) {
        return Figures.of(Money.ofMinor(call.turnoverMinor(), CurrencyCode.CNY));
    }

    private static Component proof(SignedReceipt receipt, ReceiptCheck check) {
        return Blocks.card(
                Texts.t("receipt.proof"),
                new Facts()
                        .add("receipt.batch", Figures.of(receipt.batch().id()))
                        .add("receipt.calls", Figures.of(receipt.batch().calls()))
                        .add("receipt.signedAt", new When(receipt.batch().at()))
                        .add("receipt.inTree", verdict(check.inTree()))
                        .add("receipt.names", verdict(check.namesRoot()))
                        .add("receipt.signed", verdict(check.signed()))
                        .mono("evidence.root", receipt.batch().root())
                        .mono("contract.signature", receipt.batch().signature()));
    }

    private static Component verdict(boolean holds) {
        return holds ? Tags.good(Texts.t("receipt.yes")) : Tags.bad(Texts.t("receipt.no"));
    }
}
