package io.databourse.web.wallet;

import com.vaadin.flow.component.Component;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.order.OrderId;
import io.databourse.order.OrderService;
import io.databourse.order.WalletEntry;
import io.databourse.order.WalletService;
import io.databourse.web.contract.ContractNavigation;
import io.databourse.web.order.OrderNavigation;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/// What went in and out of a wallet, and for what.
@Dependent
class WalletEntries {
    private final WalletService wallets;
    private final OrderService orders;
    private final ContractService contracts;
    private final Map<String, String> names = new HashMap<>();

    @Inject
    WalletEntries(WalletService wallets, OrderService orders, ContractService contracts) {
        this.wallets = wallets;
        this.orders = orders;
        this.contracts = contracts;
    }

    Component table() {
        return new DataTable<WalletEntry>("wallet-entries", Blocks.empty(Texts.t("wallet.empty")))
                .ordered(
                        "wallet.at",
                        WalletEntry::at,
                        entry -> entry.at().toString(),
                        entry -> new When(entry.at()))
                .column("wallet.kind", entry -> Texts.ofCode("walletKind", entry.kind()))
                .number("wallet.amount", WalletEntry::amount, entry -> Figures.of(entry.amount()))
                .number(
                        "wallet.balanceAfter",
                        WalletEntry::balanceAfter,
                        entry -> Figures.of(entry.balanceAfter()))
                .column("wallet.subject", this::name, this::subject)
                .from(page -> wallets.entries(CurrentUser.caller(), page));
    }

    private Component subject(WalletEntry entry) {
        String id = entry.subjectId();
        return id.isBlank() ? Blocks.muted("–") : Blocks.link(name(entry), address(id));
    }

    private static String address(String id) {
        if (id.startsWith("ord_")) {
            return OrderNavigation.address(new OrderId(id));
        }
        return id.startsWith("con_")
                ? ContractNavigation.address(new ContractId(id))
                : "story/" + id;
    }

    /// The product that it was for, if it was for one.
    private String name(WalletEntry entry) {
        return names.computeIfAbsent(entry.subjectId(), this::find);
    }

    private String find(String id) {
        try {
            if (id.startsWith("ord_")) {
                return orders.find(CurrentUser.caller(), new OrderId(id)).productName();
            }
            return id.startsWith("con_")
                    ? contracts.find(CurrentUser.caller(), new ContractId(id)).productName()
                    : Texts.t("evidence.link");
        } catch (Refusal unknown) {
            return id;
        }
    }
}
