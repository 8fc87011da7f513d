package io.databourse.web.invoice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.settlement.invoice.Invoice;
import io.databourse.settlement.invoice.InvoiceService;
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

/// The invoices that an organisation got or gave, 发票. The tax platform is simulated, and the page
/// says so.
@Route(value = "invoices", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class InvoiceListView extends Page implements BeforeEnterObserver {
    private final InvoiceService invoices;

    @Inject
    InvoiceListView(InvoiceService invoices) {
        this.invoices = invoices;
        crumbs(Texts.t("nav.section.money"));
        title(Texts.t("nav.invoices"));
        beside(Tags.warn(Texts.t("invoice.simulatedTag")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Blocks.next(Texts.t("invoice.simulated")), table());
    }

    private Component table() {
        return new DataTable<Invoice>(
                        "invoices",
                        Blocks.empty(
                                Texts.t("invoices.empty"),
                                Blocks.link(Texts.t("nav.statements"), "statements")))
                .column("invoice.number", InvoiceListView::number, InvoiceListView::numberOrWhy)
                .column(
                        "invoice.kind",
                        invoice -> Texts.of(invoice.kind()),
                        invoice -> Tags.plain(Texts.of(invoice.kind())))
                .column("invoice.seller", invoice -> name(invoice.sellerName()))
                .column(
                        "invoice.buyer",
                        Invoice::buyerName,
                        invoice ->
                                Blocks.div(
                                        "two",
                                        Blocks.text(invoice.buyerName()),
                                        Blocks.text("mono nowrap", invoice.buyerCreditCode())))
                .number("invoice.net", Invoice::net, invoice -> Figures.of(invoice.net()))
                .number("statement.vat", Invoice::vat, invoice -> Figures.of(invoice.vat()))
                .number("invoice.gross", Invoice::gross, invoice -> Figures.of(invoice.gross()))
                .column(
                        "table.state",
                        invoice -> Texts.of(invoice.state()),
                        invoice -> Tags.state(invoice.state()))
                .ordered(
                        "invoice.requestedAt",
                        Invoice::requestedAt,
                        invoice -> invoice.requestedAt().toString(),
                        invoice -> new When(invoice.requestedAt()))
                .from(page -> invoices.list(CurrentUser.caller(), page));
    }

    private static String number(Invoice invoice) {
        return invoice.number().or(invoice::detail).orElse("–");
    }

    private static Component numberOrWhy(Invoice invoice) {
        return invoice.number()
                .map(number -> Blocks.text("mono nowrap", number))
                .orElseGet(() -> Blocks.text(number(invoice)));
    }

    private static String name(String seller) {
        return Texts.ofCode("organisation", seller);
    }
}
