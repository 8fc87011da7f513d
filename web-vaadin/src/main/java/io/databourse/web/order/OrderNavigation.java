package io.databourse.web.order;

import com.vaadin.flow.component.UI;
import io.databourse.catalog.Listing;
import io.databourse.catalog.ListingId;
import io.databourse.catalog.PlanId;
import io.databourse.order.Order;
import io.databourse.order.OrderId;
import io.databourse.order.OrderService;
import io.databourse.order.QuoteRequest;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

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

    /// Asks for the price of a pack and shows it with one button that orders.
    public void quote(ListingId listing, PlanId plan) {
        quote(new QuoteRequest(listing, plan));
    }

    /// Asks what paying as one goes may cost at most, then as for a pack.
    public void payAsYouGo(Listing listing, PriceVersion price) {
        new PayAsYouGoDialog(
                        price,
                        listing.plans().stream().findFirst(),
                        (plan, wish) ->
                                quote(new QuoteRequest(listing.id(), plan, Optional.of(wish))))
                .open();
    }

    private void quote(QuoteRequest request) {
        var quote = orders.quote(CurrentUser.caller(), request);
        new QuoteDialog(
                        quote,
                        () -> {
                            Order order = orders.place(CurrentUser.caller(), quote.id());
                            UI.getCurrent().navigate(address(order.id()));
                        })
                .open();
    }
}
