package io.databourse.web.statement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.databourse.contract.ContractId;
import io.databourse.settlement.CallsPart;
import io.databourse.settlement.Charge;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.job.JobNavigation;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.util.function.Function;

/// The columns of charges.
final class ChargeTable {
    DataTable<Charge> plain() {
        return new DataTable<Charge>("charges", Blocks.empty(Texts.t("charges.empty")))
                .ordered(
                        "wallet.at",
                        Charge::at,
                        charge -> charge.at().toString(),
                        charge -> new When(charge.at()))
                .column(
                        "statement.kind",
                        charge -> Texts.of(charge.kind()),
                        charge -> Tags.plain(Texts.of(charge.kind())))
                .column("charges.source", charge -> charge.id().value(), ChargeTable::source)
                .number("statement.units", Charge::units, charge -> Figures.of(charge.units()))
                .number("statement.gross", Charge::gross, charge -> Figures.of(charge.gross()))
                .number(
                        "statement.share",
                        Charge::merchantShare,
                        charge -> Figures.of(charge.merchantShare()))
                .number(
                        "statement.partners",
                        Charge::partnerShare,
                        charge -> Figures.of(charge.partnerShare()))
                .number(
                        "statement.commission",
                        Charge::commissionNet,
                        charge -> Figures.of(charge.commissionNet()))
                .number("statement.vat", Charge::vat, charge -> Figures.of(charge.vat()));
    }

    /// The same with a column of what can be done.
    DataTable<Charge> with(String labelKey, Function<Charge, Component> action) {
        return plain().column(labelKey, charge -> "", action);
    }

    private static Component source(Charge charge) {
        if (charge.jobId().isPresent()) {
            return Blocks.link(Texts.t("charges.job"), JobNavigation.address(charge.jobId().get()));
        }
        if (charge.calls().isPresent()) {
            return calls(charge.contractId(), charge.calls().get());
        }
        return StoryNavigation.link(charge.id().value());
    }

    private static Component calls(ContractId contract, CallsPart calls) {
        Anchor link =
                Blocks.link(
                        said(calls),
                        CallsNavigation.address(contract, calls.fromCounter(), calls.toCounter()));
        link.addClassName("nowrap");
        return link;
    }

    private static String said(CallsPart calls) {
        return calls.calls() == 1
                ? Texts.t("charges.call", Figures.of(calls.fromCounter()))
                : Texts.t(
                        "charges.calls",
                        Figures.of(calls.calls()),
                        Figures.of(calls.fromCounter()),
                        Figures.of(calls.toCounter()));
    }
}
