package io.databourse.web.invoice;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementId;
import io.databourse.settlement.StatementLine;
import io.databourse.settlement.invoice.InvoiceRequest;
import io.databourse.settlement.invoice.InvoiceService;
import io.databourse.web.merchant.Organisations;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import java.util.ArrayList;
import java.util.List;

/// Asks for the invoice of one seller over a closed statement.
public final class InvoiceDialog extends Dialog {
    private final Select<String> seller =
            Inputs.name(new Select<>(), "invoice-seller", "invoice.seller");

    public InvoiceDialog(
            InvoiceService invoices,
            Organisations organisations,
            StatementId id,
            Statement statement) {
        setHeaderTitle(Texts.t("invoice.request"));
        setWidth("520px");
        List<String> sellers = sellers(statement);
        seller.setItems(sellers);
        seller.setItemLabelGenerator(organisations::name);
        if (!sellers.isEmpty()) {
            seller.setValue(sellers.getFirst());
        }
        add(Blocks.div("form one", seller), Blocks.next(Texts.t("invoice.simulated")));
        getFooter()
                .add(
                        Actions.quiet("invoice-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "invoice-confirm",
                                Texts.t("invoice.request"),
                                () -> {
                                    Inputs.require(seller);
                                    invoices.request(
                                            CurrentUser.caller(),
                                            new InvoiceRequest(id, Inputs.value(seller)));
                                    Problems.done(Texts.t("invoice.requested"));
                                    close();
                                    UI.getCurrent().navigate("invoices");
                                }));
    }

    /// Providers that one bought from, and the exchange for the commission on what one sold.
    private static List<String> sellers(Statement statement) {
        List<String> sellers = new ArrayList<>();
        for (StatementLine line : statement.lines()) {
            String seller =
                    switch (line.side()) {
                        case CONSUMER -> line.provider().value();
                        case PROVIDER, PARTNER, BOTH, EXCHANGE -> SettlementService.EXCHANGE;
                    };
            if (!sellers.contains(seller)) {
                sellers.add(seller);
            }
        }
        return sellers;
    }
}
