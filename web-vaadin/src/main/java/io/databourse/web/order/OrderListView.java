package io.databourse.web.order;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.databourse.call.Role;
import io.databourse.order.Order;
import io.databourse.order.OrderService;
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

@Route(value = "orders", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class OrderListView extends Page {
    @Inject
    OrderListView(OrderService orders) {
        crumbs(Texts.t("nav.section.trade"));
        title(Texts.t("nav.orders"));
        var empty =
                CurrentUser.has(Role.BUYER)
                        ? Blocks.empty(
                                Texts.t("orders.empty"),
                                Blocks.link(Texts.t("orders.toCatalogue"), "catalogue"))
                        : Blocks.empty(Texts.t("orders.none"));
        show(
                new DataTable<Order>("orders", empty)
                        .column("order.product", Order::productName, OrderListView::product)
                        .column("order.provider", Order::providerName)
                        .column("order.buyer", Order::buyerName)
                        .number("order.units", Order::units, order -> Figures.of(order.units()))
                        .number("order.amount", Order::amount, order -> Figures.of(order.amount()))
                        .column(
                                "table.state",
                                order -> Texts.of(order.state()),
                                order -> Tags.state(order.state()))
                        .ordered(
                                "order.placedAt",
                                Order::placedAt,
                                order -> order.placedAt().toString(),
                                order -> new When(order.placedAt()))
                        .from(page -> orders.list(CurrentUser.caller(), page)));
    }

    private static Component product(Order order) {
        return Blocks.div(
                "two",
                Blocks.link(order.productName(), OrderNavigation.address(order.id())),
                Blocks.mono(order.id().value()));
    }
}
