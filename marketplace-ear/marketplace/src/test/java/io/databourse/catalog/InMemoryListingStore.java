package io.databourse.catalog;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.pricing.book.PriceBook;
import io.databourse.pricing.book.PriceVersion;
import io.databourse.registration.ProductId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Listings without a database.
final class InMemoryListingStore implements ListingStore {
    private final TreeMap<String, Listing> listings = new TreeMap<>(Comparator.reverseOrder());

    @Override
    public void insert(Listing listing) {
        listings.put(listing.id().value(), listing);
    }

    @Override
    public void add(ListingId id, PriceVersion price) {
        listings.computeIfPresent(id.value(), (_, old) -> with(old, old.state(), more(old, price)));
    }

    private static ListingPricing more(Listing listing, PriceVersion price) {
        PriceBook book =
                listing.pricing()
                        .prices()
                        .map(known -> known.with(price))
                        .orElseGet(() -> new PriceBook(List.of(price)));
        return new ListingPricing(listing.pricing().rule(), Optional.of(book));
    }

    private static Listing with(Listing old, ListingState state, ListingPricing pricing) {
        return new Listing(
                old.id(),
                old.productId(),
                old.productCode(),
                old.name(),
                old.overview(),
                old.merchantId(),
                old.merchantName(),
                old.sector(),
                old.keywords(),
                old.sheet(),
                old.rowCount(),
                old.certificateNumber(),
                old.plans(),
                old.terms(),
                pricing,
                state,
                old.listedAt());
    }

    @Override
    public void delist(ListingId id) {
        listings.computeIfPresent(
                id.value(), (_, old) -> with(old, ListingState.DELISTED, old.pricing()));
    }

    @Override
    public Optional<Listing> find(ListingId id) {
        return Optional.ofNullable(listings.get(id.value()));
    }

    @Override
    public boolean isListed(ProductId product) {
        return listings.values().stream()
                .anyMatch(each ->
                        each.productId().equals(product) && each.state() == ListingState.LISTED);
    }

    @Override
    public Page<Listing> search(ListingQuery query, PageRequest page) {
        Optional<SearchCursor> after = page.after().map(SearchCursor::parse);
        List<Listing> found =
                listings.values().stream()
                        .filter(each -> matches(each, query))
                        // Stable: of equal rank, the newest stays first.
                        .sorted(Comparator.comparingInt((Listing each) -> -rank(each, query)))
                        .filter(each ->
                                after.isEmpty()
                                        || after.get().isBefore(rank(each, query), each.id()))
                        .limit(page.limit() + 1L)
                        .toList();
        return Page.cut(found, page, last -> new SearchCursor(rank(last, query), last.id()).text());
    }

    @Override
    public Page<Listing> ofMerchant(MerchantId merchant, PageRequest page) {
        return newestFirst(each -> each.merchantId().equals(merchant), page);
    }

    @Override
    public Page<Listing> all(PageRequest page) {
        return newestFirst(_ -> true, page);
    }

    private Page<Listing> newestFirst(Predicate<Listing> wanted, PageRequest page) {
        String after = page.after().orElse("~");
        return Page.cut(
                listings.values().stream()
                        .filter(wanted)
                        .filter(each -> each.id().value().compareTo(after) < 0)
                        .limit(page.limit() + 1L)
                        .toList(),
                page,
                last -> last.id().value());
    }

    private static boolean matches(Listing listing, ListingQuery query) {
        SearchText text = SearchText.of(listing);
        return listing.state() == ListingState.LISTED
                && query.words().stream().allMatch(word -> text.weight(word) > 0)
                && query.sector().filter(each -> !each.equals(listing.sector())).isEmpty()
                && query.task().filter(each -> !listing.terms().tasks().contains(each)).isEmpty();
    }

    private static int rank(Listing listing, ListingQuery query) {
        SearchText text = SearchText.of(listing);
        return query.words().stream().mapToInt(text::weight).sum();
    }
}
