package io.databourse.order;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps quotes and orders. What is locked stays so until the transaction ends.
@ApplicationScoped
class JpaOrderStore {
    private final EntityManager entities;

    @Inject
    JpaOrderStore(EntityManager entities) {
        this.entities = entities;
    }

    void insert(Quote quote) {
        entities.persist(new QuoteRow(quote));
        entities.flush();
    }

    Optional<Quote> lockQuote(QuoteId id) {
        return Optional.ofNullable(
                        entities.find(QuoteRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(QuoteRow::toQuote);
    }

    boolean isOrdered(QuoteId id) {
        return entities.createQuery(
                                "select count(o) from OrderRow o where o.quoteId = :id", Long.class)
                        .setParameter("id", id.value())
                        .getSingleResult()
                > 0;
    }

    void insert(Order order) {
        entities.persist(new OrderRow(order));
        entities.flush();
    }

    Optional<Order> find(OrderId id) {
        return Optional.ofNullable(entities.find(OrderRow.class, id.value()))
                .map(OrderRow::toOrder);
    }

    Optional<Order> lock(OrderId id) {
        OrderRow row = entities.find(OrderRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        // It may have been read before somebody else changed it; our own change goes first.
        entities.flush();
        entities.refresh(row);
        return Optional.of(row.toOrder());
    }

    List<OrderId> placedBefore(Instant moment, int most) {
        return entities.createQuery(
                        "select o.id from OrderRow o where o.state = :placed"
                                + " and o.placedAt <= :moment order by o.placedAt",
                        String.class)
                .setParameter("placed", OrderState.PLACED)
                .setParameter("moment", moment)
                .setMaxResults(most)
                .getResultStream()
                .map(OrderId::new)
                .toList();
    }

    void setState(OrderId id, OrderState state) {
        OrderRow row = entities.find(OrderRow.class, id.value());
        if (row == null) {
            throw new IllegalArgumentException("no such order: " + id);
        }
        row.state = state;
    }

    /// Orders that this organisation gave or got, the newest first.
    Page<Order> of(MerchantId organisation, PageRequest page) {
        var rows =
                entities.createQuery(
                                "select o from OrderRow o where o.id < :after"
                                        + " and (o.buyerId = :own or o.providerId = :own)"
                                        + " order by o.id desc",
                                OrderRow.class)
                        .setParameter("own", organisation.value())
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    Page<Order> all(PageRequest page) {
        var rows =
                entities.createQuery(
                                "select o from OrderRow o where o.id < :after order by o.id desc",
                                OrderRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    private static Page<Order> page(List<OrderRow> rows, PageRequest page) {
        return Page.cut(
                rows.stream().map(OrderRow::toOrder).toList(), page, order -> order.id().value());
    }
}
