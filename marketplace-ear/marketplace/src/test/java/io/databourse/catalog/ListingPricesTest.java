package io.databourse.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.money.Money;
import io.databourse.pricing.ChargingRule;
import io.databourse.pricing.book.Arbitrage;
import io.databourse.pricing.book.Meter;
import io.databourse.pricing.book.PriceStep;
import io.databourse.pricing.book.PriceText;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ListingPricesTest {
    private static final Instant NOON = ListingSamples.NOON;

    @Test
    void packs_and_ladders_are_checked_for_cheaper_ways_and_a_use_is_explained() {
        var check =
                ListingPrices.check(
                        new PriceCheckRequest(
                                List.of(plan(100, "9.00"), plan(1_000, "95.01")),
                                steps("volume HITS 0:0.10 1000:0.05"),
                                Optional.of(Map.of(Meter.HITS, 1_001L))));

        assertThat(check.warnings())
                .extracting(PriceCheck.Warning::kind)
                .contains(Arbitrage.Kind.CHEAPER_IN_PARTS, Arbitrage.Kind.MORE_FOR_LESS);
        assertThat(check.warnings().getFirst().en())
                .isEqualTo("1,000 units are asked 95.01, but 10 × 100 units costs 90.00.");
        assertThat(check.total()).contains(Money.cny("50.05"));
        assertThat(check.explanation().getFirst().amount()).isEqualTo("50.05");
    }

    @Test
    void an_honest_price_gets_no_warning() {
        var check =
                ListingPrices.check(
                        new PriceCheckRequest(
                                List.of(plan(100, "9.00")),
                                steps("graduated HITS 0:0.10 1000:0.05"),
                                Optional.empty()));

        assertThat(check.warnings()).isEmpty();
        assertThat(check.total()).isEmpty();
    }

    @Test
    void steps_that_are_no_price_are_refused_with_their_place() {
        assertThat(refusal(() -> check("discount 0.1"))).contains("/steps");
        assertThat(refusal(() -> check(Collections.nCopies(21, "free").toArray(String[]::new))))
                .contains("/steps");
    }

    @Test
    void the_next_version_is_later_than_the_last_and_not_of_the_past() {
        var first =
                ListingPrices.first(
                        Optional.of(new NewPricing(Optional.empty(), steps("per-result 1 0 0"))),
                        NOON);
        assertThat(first.rule()).isEqualTo(ChargingRule.STANDARD);

        var next = ListingPrices.next(first, price(NOON.plusSeconds(60)), NOON);

        assertThat(next.number()).isEqualTo(2);
        assertThat(refusal(() -> ListingPrices.next(first, price(NOON.minusSeconds(1)), NOON)))
                .contains("/effectiveFrom");
        assertThat(refusal(() -> ListingPrices.next(first, price(NOON), NOON)))
                .contains("/effectiveFrom");
    }

    @Test
    void without_steps_a_listing_has_packs_only_but_may_count_in_its_own_way() {
        var rule = new ChargingRule(1, 0, 0);

        assertThat(ListingPrices.first(Optional.empty(), NOON))
                .isEqualTo(ListingPricing.PACKS_ONLY);
        assertThat(
                        ListingPrices.first(
                                Optional.of(new NewPricing(Optional.of(rule), List.of())), NOON))
                .isEqualTo(new ListingPricing(rule, Optional.empty()));
    }

    private static PriceCheck check(String... lines) {
        return ListingPrices.check(
                new PriceCheckRequest(List.of(), steps(lines), Optional.empty()));
    }

    private static String refusal(ThrowingCallable call) {
        var pointers = new StringBuilder();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                refusal.errors().stream()
                                        .map(FieldError::pointer)
                                        .forEach(pointers::append));
        return pointers.toString();
    }

    private static NewPrice price(Instant from) {
        return new NewPrice(from, steps("per-result 2 0 0"));
    }

    private static PlanOffer plan(long units, String price) {
        return new PlanOffer(units + " calls", units, Money.cny(price), 365);
    }

    private static List<PriceStep> steps(String... lines) {
        return Stream.of(lines).map(PriceText::read).toList();
    }
}
