package io.databourse.web.product;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.databourse.call.PageRequest;
import io.databourse.call.Role;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingState;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductId;
import io.databourse.registration.ProductService;
import io.databourse.registration.ProductState;
import io.databourse.web.evidence.StoryNavigation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.FieldTable;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.ReasonDialog;
import io.databourse.web.parts.SheetFacts;
import io.databourse.web.parts.Stepper;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One product on its way from the submission to the shelf.
@Route(value = "products/:id", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ProductView extends Page implements BeforeEnterObserver {
    private final ProductService products;
    private final CatalogService catalog;
    private final MerchantService merchants;
    private final Tasks tasks;

    @Inject
    ProductView(
            ProductService products,
            CatalogService catalog,
            MerchantService merchants,
            Tasks tasks) {
        this.products = products;
        this.catalog = catalog;
        this.merchants = merchants;
        this.tasks = tasks;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(products.find(CurrentUser.caller(), Address.id(event, ProductId::new)));
    }

    private void build(DataProduct product) {
        boolean mine = isMine(product);
        Optional<Listing> listing =
                mine || CurrentUser.has(Role.OPERATOR, Role.REGULATOR)
                        ? listingOf(product)
                        : Optional.empty();
        crumbs(Texts.t("nav.section.market"), Blocks.link(Texts.t("nav.products"), "products"));
        title(product.sheet().name());
        beside(Tags.state(product.state()));
        actions(buttons(product, mine, listing).toArray(Component[]::new));
        show(
                steps(product, listing),
                next(product, listing),
                Blocks.div(
                        "grid g2",
                        Blocks.div(
                                "grid",
                                Blocks.card(
                                        Texts.t("product.about"),
                                        Blocks.paragraph(product.sheet().overview()),
                                        SheetFacts.of(product.sheet())),
                                Blocks.card(
                                        Texts.t("product.dictionary"),
                                        FieldTable.of(product.sheet().fields()))),
                        Blocks.div("grid", facts(product, listing))));
    }

    private List<Component> buttons(DataProduct product, boolean mine, Optional<Listing> listing) {
        List<Component> buttons = new ArrayList<>();
        if (product.state() == ProductState.DRAFT) {
            buttons.add(Actions.command("edit", Texts.t("product.edit"), () -> edit(product)));
            buttons.add(
                    Actions.primary(
                            "submit",
                            Texts.t("product.submit"),
                            () -> build(products.submit(CurrentUser.caller(), product.id()))));
        }
        if (product.state() != ProductState.REGISTERED) {
            return buttons;
        }
        if (mine || CurrentUser.has(Role.OPERATOR)) {
            buttons.add(
                    Actions.danger(
                            "certificate-cancel",
                            Texts.t("product.cancel"),
                            () -> cancel(product)));
        }
        if (mine && listing.isPresent()) {
            buttons.add(
                    Actions.danger(
                            "delist",
                            Texts.t("listing.delist"),
                            () -> delist(product, listing.get())));
        }
        if (mine && listing.isEmpty()) {
            buttons.add(Actions.primary("list", Texts.t("listing.list"), () -> list(product)));
        }
        return buttons;
    }

    private static void edit(DataProduct draft) {
        UI.getCurrent()
                .navigate(
                        "products/new",
                        QueryParameters.of(NewProductView.DRAFT, draft.id().value()));
    }

    private void list(DataProduct product) {
        new ListingDialog(
                        product,
                        tasks,
                        wish -> {
                            catalog.list(CurrentUser.caller(), wish);
                            build(product);
                        })
                .open();
    }

    private void delist(DataProduct product, Listing listing) {
        new ReasonDialog(
                        Texts.t("listing.delist"),
                        reason -> {
                            catalog.delist(CurrentUser.caller(), listing.id(), reason);
                            build(product);
                        })
                .open();
    }

    private void cancel(DataProduct product) {
        new ReasonDialog(
                        Texts.t("product.cancel"),
                        reason ->
                                build(products.cancel(CurrentUser.caller(), product.id(), reason)))
                .open();
    }

    private static Stepper steps(DataProduct product, Optional<Listing> listing) {
        int now =
                switch (product.state()) {
                    case DRAFT -> 0;
                    case PENDING -> 1;
                    case REVIEWING, REJECTED -> 2;
                    case PUBLICIZING -> 3;
                    case REGISTERED, CANCELLED -> listing.isPresent() ? 6 : 5;
                };
        return new Stepper(
                List.of(
                        Texts.t("product.step.submitted"),
                        Texts.t("product.step.pending"),
                        Texts.t("product.step.review"),
                        Texts.t("product.step.notice"),
                        Texts.t("product.step.registered"),
                        Texts.t("product.step.listed")),
                now,
                product.state() == ProductState.REJECTED
                        || product.state() == ProductState.CANCELLED);
    }

    private static Component next(DataProduct product, Optional<Listing> listing) {
        if (listing.isPresent()) {
            var link = Blocks.link(Texts.t("product.toCard"), "catalogue/" + listing.get().id());
            link.setId("to-listing");
            return Blocks.next(Texts.t("product.next.listed"), link);
        }
        Div next = Blocks.next(Texts.t("product.next." + product.state()));
        product.reason()
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> next.add(Blocks.paragraph(Texts.t("product.reason", reason))));
        return next;
    }

    private static Component facts(DataProduct product, Optional<Listing> listing) {
        Facts facts =
                new Facts()
                        .mono("product.id", product.id().value())
                        .mono("product.code", product.code())
                        .add("product.holder", product.holderName())
                        .add("product.version", "v" + product.version())
                        .mono("profile.source", product.source())
                        .add(
                                "product.node",
                                Blocks.mono(product.nodeId().value(), "nodes/" + product.nodeId()))
                        .add("product.rows", Figures.of(product.rowCount()))
                        .mono("product.contentHash", product.contentHash())
                        .add("product.submittedAt", new When(product.submittedAt()));
        product.noticeEndsOn().ifPresent(day -> facts.add("product.noticeEnds", day.toString()));
        product.certificateNumber()
                .ifPresent(number -> {
                    var link = Blocks.mono(number, "certificates/" + number);
                    link.setId("certificate");
                    facts.add("certificate.number", link);
                });
        listing.ifPresent(each ->
                facts.add(
                        "order.listing", Blocks.mono(each.id().value(), "catalogue/" + each.id())));
        return Blocks.card(
                Texts.t("product.title"),
                facts.add("evidence.link", StoryNavigation.link(product.id().value())));
    }

    private boolean isMine(DataProduct product) {
        return CurrentUser.has(Role.MERCHANT)
                && merchants
                        .organisationOf(CurrentUser.caller())
                        .map(Merchant::id)
                        .filter(product.holder()::equals)
                        .isPresent();
    }

    private Optional<Listing> listingOf(DataProduct product) {
        return catalog
                .mine(CurrentUser.caller(), PageRequest.first(PageRequest.MOST))
                .items()
                .stream()
                .filter(each -> each.productId().equals(product.id()))
                .filter(each -> each.state() == ListingState.LISTED)
                .findFirst();
    }
}
