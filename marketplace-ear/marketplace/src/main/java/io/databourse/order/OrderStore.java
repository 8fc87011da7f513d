package io.databourse.order;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import java.util.Optional;

/// Keeps quotes and orders. What is locked stays so until the transaction ends.
interface OrderStore {
    void insert(Quote quote);

    Optional<Quote> lockQuote(QuoteId id);

    boolean isOrdered(QuoteId id);

    void insert(Order order);

    Optional<Order> find(OrderId id);

    Optional<Order> lock(OrderId id);

    void setState(OrderId id, OrderState state);

    /// Orders that this organisation gave or got, the newest first.
    Page<Order> of(MerchantId organisation, PageRequest page);

    Page<Order> all(PageRequest page);
}
