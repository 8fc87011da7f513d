package io.databourse.pricing.book;

import static io.databourse.pricing.book.Prices.exactly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.money.Rational;
import io.databourse.pricing.book.Arbitrage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArbitrageTest {
    @Test
    void a_volume_price_is_flagged_with_the_cheaper_way_to_buy() {
        var volume =
                Prices.of(
                        Prices.volume(
                                Meter.CALLS,
                                new String[][] {
                                    {"0", "0.10", "0"},
                                    {"1000", "0.05", "0"},
                                    {"10000", "0.01", "0"}
                                }));

        var atThousand =
                Arbitrage.check(volume, Meter.CALLS).stream()
                        .filter(found -> found.asked().units() == 1_000)
                        .findFirst()
                        .orElseThrow();

        assertThat(atThousand.kind()).isEqualTo(Kind.MORE_FOR_LESS);
        assertThat(atThousand.asked().price()).isEqualTo(exactly("100.00"));
        assertThat(atThousand.basket()).isEqualTo(Map.of(offer(1_001, "50.05"), 1L));
        assertThat(atThousand.en())
                .isEqualTo("1,000 units are asked 100.00, but 1 × 1,001 units costs 50.05.");
        assertThat(atThousand.zh()).isEqualTo("1,000单位要价100.00元，购买1份1,001单位只需50.05元。");
    }

    @Test
    void a_falling_graduated_ladder_and_honest_packs_are_clean() {
        var graduated =
                Prices.of(
                        Prices.graduated(
                                Meter.CALLS,
                                new String[][] {{"0", "0.10", "0"}, {"1000", "0.05", "0"}}));

        assertThat(Arbitrage.check(graduated, Meter.CALLS)).isEmpty();
        assertThat(Arbitrage.check(graduated, Meter.ROWS)).isEmpty();
        assertThat(Arbitrage.check(List.of(offer(10, "10"), offer(100, "90"), offer(1_000, "800"))))
                .isEmpty();
        assertThat(Arbitrage.check(List.of())).isEmpty();
    }

    @Test
    void small_packs_that_are_cheaper_together_are_flagged() {
        var findings =
                Arbitrage.check(List.of(offer(100, "9"), offer(30, "4"), offer(1_000, "95.01")));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().kind()).isEqualTo(Kind.CHEAPER_IN_PARTS);
        assertThat(findings.getFirst().asked()).isEqualTo(offer(1_000, "95.01"));
        assertThat(findings.getFirst().basket()).isEqualTo(Map.of(offer(100, "9"), 10L));
        assertThat(findings.getFirst().cost()).isEqualTo(exactly("90"));
    }

    @Test
    void a_ladder_that_gets_dearer_is_cheaper_in_two_contracts() {
        var rising =
                Prices.of(
                        Prices.graduated(
                                Meter.CALLS,
                                new String[][] {{"0", "0.01", "0"}, {"1000", "0.02", "0"}}));

        assertThat(Arbitrage.check(rising, Meter.CALLS))
                .extracting(Arbitrage.Finding::kind)
                .isNotEmpty()
                .containsOnly(Kind.CHEAPER_IN_PARTS);
    }

    @Test
    void a_free_allowance_can_be_had_twice() {
        var allowance =
                Prices.version(
                        new PriceStep.FreeUnits(Meter.CALLS, 100),
                        Prices.charge(Prices.perCall("0.10")));

        assertThat(Arbitrage.check(allowance, Meter.CALLS))
                .anySatisfy(found -> {
                    assertThat(found.basket()).isEqualTo(Map.of(offer(100, "0"), 3L));
                    assertThat(found.cost()).isEqualTo(Rational.ZERO);
                });
    }

    @Test
    void a_started_block_is_no_arbitrage() {
        var blocks = Prices.of(new PriceModel.PerBlock(Meter.CALLS, 1_000, exactly("1")));

        assertThat(Arbitrage.check(blocks, Meter.CALLS)).isEmpty();
    }

    /// Against a table filled unit by unit.
    @Test
    void the_search_finds_the_least_cost_of_random_offers() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<Offer> offers = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                offers.add(new Offer(1 + random.nextInt(60), Rational.of(1 + random.nextInt(100))));
            }
            var findings = Arbitrage.check(offers);
            for (Offer offer : offers) {
                Rational least = Rational.of(leastCost(offers, offer.units()));
                var found = findings.stream().filter(f -> f.asked().equals(offer)).findFirst();

                assertThat(found.isPresent()).isEqualTo(least.compareTo(offer.price()) < 0);
                found.filter(finding -> finding.kind() == Kind.CHEAPER_IN_PARTS)
                        .ifPresent(finding -> assertThat(finding.cost()).isEqualTo(least));
            }
        }
    }

    @Test
    void large_packs_are_decided_at_once() {
        var offers =
                List.of(
                        offer(1, "1"),
                        offer(1_000, "900"),
                        offer(1_000_001, "800000"),
                        offer(1_000_000_007, "700000000"));

        assertThat(Arbitrage.check(offers)).isEmpty();
    }

    @Test
    void too_many_combinations_are_said_to_be_too_many() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            offers.add(
                    new Offer(1_000_003 + 7_919L * i * i, Rational.of(1_000_000 + 7_901L * i * i)));
        }
        offers.add(new Offer(900_000_000, Rational.of(899_999_000)));

        assertThatThrownBy(() -> Arbitrage.check(offers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many combinations");
    }

    private static long leastCost(List<Offer> offers, long units) {
        long[] least = new long[Math.toIntExact(units) + 1];
        for (int missing = 1; missing <= units; missing++) {
            least[missing] = Long.MAX_VALUE;
            for (Offer offer : offers) {
                long rest = least[(int) Math.max(0, missing - offer.units())];
                least[missing] = Math.min(least[missing], rest + offer.price().floor());
            }
        }
        return least[Math.toIntExact(units)];
    }

    private static Offer offer(long units, String price) {
        return new Offer(units, exactly(price));
    }
}
