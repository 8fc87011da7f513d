package io.databourse.catalog;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/// Counts in one question over the tables of several stages: a reading glance that no stage's code
/// depends on, and the one figure, the turnover, that a later stage produces.
@ApplicationScoped
class JpaMarketCounts {
    private static final String SQL =
            """
            select (select count(*) from merchant_merchant where state = 'ACTIVE'),
                   (select count(*) from registration_product where state = 'REGISTERED'),
                   (select count(*) from catalog_listing where state = 'LISTED'),
                   (select coalesce(sum(gross), 0) from settlement_rating)
            """;

    private final EntityManager entities;

    @Inject
    JpaMarketCounts(EntityManager entities) {
        this.entities = entities;
    }

    Counters count() {
        Object[] row = (Object[]) entities.createNativeQuery(SQL).getSingleResult();
        return new Counters(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                Money.ofMinor(number(row[3]), CurrencyCode.CNY));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
