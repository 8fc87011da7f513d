package io.databourse.web.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.ledger.LedgerProof;
import io.databourse.ledger.LedgerService;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// The proof that nothing was made from nothing, recounted from the entries each time it is opened.
@Route(value = "ledger", layout = Shell.class)
@Dependent
@RolesAllowed({Names.OPERATOR, Names.REGULATOR})
class LedgerView extends Page implements BeforeEnterObserver {
    private final LedgerService ledger;

    @Inject
    LedgerView(LedgerService ledger) {
        this.ledger = ledger;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.ledger"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        actions(Actions.command("recount", Texts.t("ledger.recount"), this::build));
        build();
    }

    private void build() {
        LedgerProof proof = ledger.proof();
        Component verdict =
                proof.balanced()
                        ? Tags.good(Texts.t("ledger.zero"))
                        : Tags.bad(Texts.t("ledger.broken"));
        verdict.setId("ledger-verdict");
        beside(verdict);
        if (proof.ledgers().isEmpty()) {
            show(Blocks.empty(Texts.t("ledger.empty")));
            return;
        }
        FieldTable table =
                new FieldTable(
                        "ledger.name",
                        "ledger.debits",
                        "ledger.credits",
                        "ledger.difference",
                        "ledger.entries",
                        "ledger.accounts",
                        "ledger.astray");
        table.addClassName("figures");
        proof.ledgers().forEach(sum -> line(table, sum));
        show(
                Blocks.next(Texts.t(proof.balanced() ? "ledger.saysZero" : "ledger.saysBroken")),
                Blocks.div("card flush", table));
    }

    private static void line(FieldTable table, LedgerProof.LedgerSum sum) {
        table.line(
                Blocks.text(Texts.ofCode("ledgerName", sum.ledger())),
                Blocks.text(amount(sum, sum.debits())),
                Blocks.text(amount(sum, sum.credits())),
                sum.difference() == 0
                        ? Tags.good(amount(sum, 0))
                        : Tags.bad(amount(sum, sum.difference())),
                Blocks.text(Figures.of(sum.entries())),
                Blocks.text(Figures.of(sum.accounts())),
                sum.accountsAstray() == 0
                        ? Tags.good("0")
                        : Tags.bad(Figures.of(sum.accountsAstray())));
    }

    private static String amount(LedgerProof.LedgerSum sum, long minor) {
        return sum.ledger().endsWith(CurrencyCode.CNY.name())
                ? Figures.of(Money.ofMinor(minor, CurrencyCode.CNY))
                : Figures.of(minor);
    }
}
