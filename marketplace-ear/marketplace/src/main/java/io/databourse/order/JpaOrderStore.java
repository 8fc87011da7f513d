package io.databourse.order;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaOrderStore implements OrderStore {
    private final EntityManager entities;

    @Inject
    JpaOrderStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(Quote quote) {
        entities.persist(new QuoteRow(quote));
        entities.flush();
    }

    @Override
    public Optional<Quote> lockQuote(QuoteId id) {
        return Optional.ofNullable(
                        entities.find(QuoteRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(QuoteRow::toQuote);
    }

    @Override
    public boolean isOrdered(QuoteId id) {
        return entities.createQuery(
                                "select count(o) from OrderRow o where o.quoteId = :id", Long.class)
                        .setParameter("id", id.value())
                        .getSingleResult()
                > 0;
    }

    @Override
    public void insert(Order order) {
        entities.persist(new OrderRow(order));
        entities.flush();
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(entities.find(OrderRow.class, id.value()))
                .map(OrderRow::toOrder);
    }

    @Override
    public Optional<Order> lock(OrderId id) {
        OrderRow row = entities.find(OrderRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        // It may have been read before somebody else changed it; our own change goes first.
        entities.flush();
        entities.refresh(row);
        return Optional.of(row.toOrder());
    }

    @Override
    public void setState(OrderId id, OrderState state) {
        OrderRow row = entities.find(OrderRow.class, id.value());
        if (row == null) {
            throw new IllegalArgumentException("no such order: " + id);
        }
        row.state = state;
    }

    @Override
    public Page<Order> of(MerchantId organisation, PageRequest page) {
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

    @Override
    public Page<Order> all(PageRequest page) {
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
