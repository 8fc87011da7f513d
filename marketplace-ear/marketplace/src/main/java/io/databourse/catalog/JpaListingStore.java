package io.databourse.catalog;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.registration.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaListingStore implements ListingStore {
    private final EntityManager entities;

    @Inject
    JpaListingStore(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void insert(Listing listing) {
        entities.persist(new ListingRow(listing));
        for (int i = 0; i < listing.plans().size(); i++) {
            entities.persist(new PlanRow(listing.id(), i, listing.plans().get(i)));
        }
        listing.pricing()
                .prices()
                .ifPresent(book -> book.versions().forEach(price -> add(listing.id(), price)));
        entities.flush();
    }

    @Override
    public void add(ListingId id, PriceVersion price) {
        entities.persist(new PriceRow(id, price));
        entities.flush();
    }

    @Override
    public void delist(ListingId id) {
        var row = entities.find(ListingRow.class, id.value());
        if (row == null) {
            throw new IllegalArgumentException("no such listing: " + id);
        }
        row.state = ListingState.DELISTED;
    }

    @Override
    public Optional<Listing> find(ListingId id) {
        return Optional.ofNullable(entities.find(ListingRow.class, id.value()))
                .map(this::toListing);
    }

    @Override
    public boolean isListed(ProductId product) {
        return entities.createQuery(
                                "select count(r) from ListingRow r"
                                        + " where r.productId = :product and r.state = :listed",
                                Long.class)
                        .setParameter("product", product.value())
                        .setParameter("listed", ListingState.LISTED)
                        .getSingleResult()
                > 0;
    }

    @Override
    public Page<Listing> search(ListingQuery query, PageRequest page) {
        ListingSearchSql sql = ListingSearchSql.of(query, page);
        Query prepared = entities.createNativeQuery(sql.text());
        sql.parameters().forEach(prepared::setParameter);
        List<Listing> found = new ArrayList<>();
        Optional<String> next = Optional.empty();
        for (Object row : prepared.getResultList()) {
            if (found.size() == page.limit()) {
                return new Page<>(found, next);
            }
            Object[] cells = (Object[]) row;
            ListingId id = new ListingId((String) cells[0]);
            found.add(find(id).orElseThrow());
            next = Optional.of(new SearchCursor(((Number) cells[1]).intValue(), id).text());
        }
        return new Page<>(found, Optional.empty());
    }

    @Override
    public Page<Listing> ofMerchant(MerchantId merchant, PageRequest page) {
        var rows =
                entities.createQuery(
                                "select r from ListingRow r where r.id < :after"
                                        + " and r.merchantId = :merchant order by r.id desc",
                                ListingRow.class)
                        .setParameter("merchant", merchant.value())
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    @Override
    public Page<Listing> all(PageRequest page) {
        var rows =
                entities.createQuery(
                                "select r from ListingRow r where r.id < :after"
                                        + " order by r.id desc",
                                ListingRow.class)
                        .setParameter("after", page.after().orElse("~"))
                        .setMaxResults(page.limit() + 1)
                        .getResultList();
        return page(rows, page);
    }

    private Page<Listing> page(List<ListingRow> rows, PageRequest page) {
        return Page.cut(
                rows.stream().map(this::toListing).toList(), page, listing -> listing.id().value());
    }

    private Listing toListing(ListingRow row) {
        List<PlanRow> plans =
                entities.createQuery(
                                "select p from PlanRow p where p.listingId = :id order by p.position",
                                PlanRow.class)
                        .setParameter("id", row.id)
                        .getResultList();
        List<PriceRow> prices =
                entities.createQuery(
                                "select p from PriceRow p where p.listingId = :id"
                                        + " order by p.version",
                                PriceRow.class)
                        .setParameter("id", row.id)
                        .getResultList();
        return row.toListing(plans, prices);
    }
}
