package io.databourse.web.product;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import io.databourse.web.parts.Actions;
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

/// A merchant's own products; all of them for operator and regulator.
@Route(value = "products", layout = Shell.class)
@Dependent
@RolesAllowed({Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ProductListView extends Page implements BeforeEnterObserver {
    private final ProductService products;

    @Inject
    ProductListView(ProductService products) {
        this.products = products;
        crumbs(Texts.t("nav.section.market"));
        title(Texts.t("nav.products"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean all = CurrentUser.has(Role.OPERATOR, Role.REGULATOR);
        if (CurrentUser.has(Role.MERCHANT)) {
            actions(
                    Actions.primary(
                            "register", Texts.t("product.register"), ProductListView::start));
        }
        Div empty =
                all
                        ? Blocks.empty(Texts.t("products.none"))
                        : Blocks.empty(
                                Texts.t("products.empty"),
                                Blocks.link(Texts.t("product.register"), "products/new"));
        show(
                new DataTable<DataProduct>("products", empty)
                        .column(
                                "product.name",
                                each -> each.sheet().name(),
                                ProductNavigation::link)
                        .column("product.holder", DataProduct::holderName)
                        .number(
                                "product.rows",
                                DataProduct::rowCount,
                                each -> Figures.of(each.rowCount()))
                        .column(
                                "table.state",
                                each -> Texts.of(each.state()),
                                each -> Tags.state(each.state()))
                        .column(
                                "certificate.number",
                                each -> each.certificateNumber().orElse("–"),
                                each ->
                                        each.certificateNumber().isPresent()
                                                ? Blocks.mono(
                                                        each.certificateNumber().get(),
                                                        "certificates/"
                                                                + each.certificateNumber().get())
                                                : Blocks.muted("–"))
                        .ordered(
                                "product.submittedAt",
                                DataProduct::submittedAt,
                                each -> each.submittedAt().toString(),
                                each -> new When(each.submittedAt()))
                        .from(page ->
                                all
                                        ? products.all(CurrentUser.caller(), page)
                                        : products.mine(CurrentUser.caller(), page)));
    }

    private static void start() {
        UI.getCurrent().navigate("products/new");
    }
}
