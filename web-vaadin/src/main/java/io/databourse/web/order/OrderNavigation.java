package io.databourse.web.order;

import com.vaadin.flow.component.UI;
import io.databourse.catalog.ListingId;
import io.databourse.catalog.PlanId;
import io.databourse.order.Order;
import io.databourse.order.OrderId;
import io.databourse.order.OrderService;
import io.databourse.order.QuoteRequest;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// The ways into the pages of orders.
@Dependent
public class OrderNavigation {
    private final OrderService orders;

    @Inject
    OrderNavigation(OrderService orders) {
        this.orders = orders;
    }

    public static String address(OrderId id) {
        return "orders/" + id;
    }

    /// Asks for a price and shows it with one button that orders.
    public void quote(ListingId listing, PlanId plan) {
        var quote = orders.quote(CurrentUser.caller(), new QuoteRequest(listing, plan));
        new QuoteDialog(
                        quote,
                        () -> {
                            Order order = orders.place(CurrentUser.caller(), quote.id());
                            UI.getCurrent().navigate(address(order.id()));
                        })
                .open();
    }
}
