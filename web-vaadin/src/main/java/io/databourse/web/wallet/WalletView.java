package io.databourse.web.wallet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.order.Wallet;
import io.databourse.order.WalletService;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Amounts;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Prepaid money. No bank is connected: a top-up is simulated, and says so.
@Route(value = "wallet", layout = Shell.class)
@Dependent
@RolesAllowed(Names.BUYER)
class WalletView extends Page implements BeforeEnterObserver {
    private final WalletService wallets;
    private final WalletEntries entries;
    private final TextField amount = Amounts.input("amount", "wallet.amount");

    @Inject
    WalletView(WalletService wallets, WalletEntries entries) {
        this.wallets = wallets;
        this.entries = entries;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.wallet"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(wallets.view(CurrentUser.caller()));
    }

    private void build(Wallet wallet) {
        var available = Blocks.text(Figures.of(wallet.available()));
        available.setId("available");
        var reserved = Blocks.text(Figures.of(wallet.reserved()));
        reserved.setId("reserved");
        Div figures =
                Blocks.div(
                        "grid g3",
                        Blocks.figure(
                                Texts.t("wallet.available"),
                                available,
                                Texts.t("wallet.availableHint")),
                        Blocks.figure(
                                Texts.t("wallet.reserved"),
                                reserved,
                                Texts.t("wallet.reservedHint")),
                        topUp());
        show(figures, Blocks.subtitle(Texts.t("wallet.entries")), entries.table());
    }

    private Component topUp() {
        return Blocks.card(
                Texts.t("wallet.topUp"),
                Blocks.row(Tags.warn(Texts.t("wallet.simulated"))),
                Blocks.div(
                        "row end-aligned inline",
                        amount,
                        Actions.primary("top-up", Texts.t("wallet.topUpNow"), this::pay)));
    }

    private void pay() {
        Wallet after = wallets.topUp(CurrentUser.caller(), Amounts.of(amount));
        amount.clear();
        build(after);
        Problems.done(Texts.t("wallet.done"));
    }
}
