package io.databourse.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.crypto.Ids;
import io.databourse.money.CurrencyCode;
import io.databourse.pricing.book.PriceBook;
import io.databourse.pricing.book.PriceText;
import io.databourse.pricing.book.PriceVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every store of listings does, in memory or in PostgreSQL.
interface ListingStoreTck {
    ListingStore store();

    <T> T inTransaction(Supplier<T> work);

    @Test
    default void a_listing_is_found_as_it_was_stored() {
        Listing listing = inserted("name", "keyword", "field", "trade");

        assertThat(inTransaction(() -> store().find(listing.id()))).contains(listing);
        assertThat(inTransaction(() -> store().isListed(listing.productId()))).isTrue();
        assertThat(inTransaction(() -> store().find(ListingId.next()))).isEmpty();
    }

    @Test
    default void prices_are_added_and_found_in_their_order() {
        Listing listing = inserted("name", "keyword", "field", "trade");
        PriceVersion first = price(1, "per-result 0.50 0.10 0");
        PriceVersion second = price(2, "graduated CALLS 0:1/3 1000:0.05+20");

        inTransaction(() -> {
            store().add(listing.id(), first);
            store().add(listing.id(), second);
            return listing;
        });

        assertThat(inTransaction(() -> store().find(listing.id())).orElseThrow().pricing().prices())
                .contains(new PriceBook(List.of(first, second)));
    }

    private static PriceVersion price(int number, String line) {
        return new PriceVersion(
                number,
                ListingSamples.NOON.plusSeconds(number),
                CurrencyCode.CNY,
                List.of(PriceText.read(line)));
    }

    @Test
    default void a_find_in_the_name_comes_before_one_in_a_keyword_and_then_in_a_field() {
        String word = word();
        Listing inField = inserted("a", "b", word, "trade");
        Listing inName = inserted("with " + word, "b", "c", "trade");
        Listing inKeyword = inserted("a", word, "c", "trade");

        assertThat(found(word)).containsExactly(inName.id(), inKeyword.id(), inField.id());
    }

    @Test
    default void every_word_must_be_found_somewhere() {
        String one = word();
        String two = word();
        inserted(one, "b", "c", "trade");
        Listing both = inserted(one, two, "c", "trade");

        assertThat(found(one + " " + two)).containsExactly(both.id());
    }

    @Test
    default void of_equal_rank_the_newest_comes_first_and_pages_join() {
        String word = word();
        Listing first = inserted(word, "b", "c", "trade");
        Listing second = inserted(word, "b", "c", "trade");
        ListingQuery query = query(word, Optional.empty());

        Page<Listing> page = inTransaction(() -> store().search(query, PageRequest.first(1)));
        Page<Listing> rest =
                inTransaction(() -> store().search(query, new PageRequest(5, page.next())));

        assertThat(page.items()).extracting(Listing::id).containsExactly(second.id());
        assertThat(rest.items()).extracting(Listing::id).containsExactly(first.id());
        assertThat(rest.next()).isEmpty();
    }

    @Test
    default void a_sector_narrows_the_search() {
        String word = word();
        inserted(word, "b", "c", "trade");
        Listing farming = inserted(word, "b", "c", "farming");

        assertThat(
                        inTransaction(() ->
                                        store().search(
                                                        query(word, Optional.of("farming")),
                                                        PageRequest.first(9)))
                                .items())
                .extracting(Listing::id)
                .containsExactly(farming.id());
    }

    @Test
    default void what_is_off_the_shelf_is_not_found_by_a_search() {
        String word = word();
        Listing listing = inserted(word, "b", "c", "trade");
        inTransaction(() -> {
            store().delist(listing.id());
            return word;
        });

        assertThat(found(word)).isEmpty();
        assertThat(inTransaction(() -> store().isListed(listing.productId()))).isFalse();
        assertThat(inTransaction(() -> store().find(listing.id())).map(Listing::state))
                .contains(ListingState.DELISTED);
    }

    @Test
    default void wildcards_of_sql_are_plain_text() {
        String word = word();
        inserted(word, "b", "c", "trade");

        assertThat(found(word.substring(0, 4) + "%")).isEmpty();
        assertThat(found("'; drop table catalog_listing; --")).isEmpty();
    }

    private Listing inserted(String name, String keyword, String field, String sector) {
        return inTransaction(() -> {
            Listing listing = ListingSamples.listing(name, keyword, field, sector);
            store().insert(listing);
            return listing;
        });
    }

    private List<ListingId> found(String words) {
        return inTransaction(
                        () -> store().search(query(words, Optional.empty()), PageRequest.first(50)))
                .items()
                .stream()
                .map(Listing::id)
                .toList();
    }

    private static ListingQuery query(String words, Optional<String> sector) {
        return new ListingQuery(ListingQuery.split(words), sector, Optional.empty());
    }

    /// A word that no other test uses.
    private static String word() {
        return Ids.next("w");
    }
}
