package io.databourse.pricing.book;

import static java.util.stream.Collectors.joining;

import io.databourse.money.Rational;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Looks for ways to get as much for less (套利): a bigger offer that costs less, or smaller ones
/// that together do. For each offer it solves the covering knapsack: the least cost of any number
/// of offers that reach its units.
///
/// A ladder is checked at its corners, just below and just above each step, as if each were an
/// offer. Buying in parts then means several contracts, so that a free allowance is always found.
public final class Arbitrage {
    private Arbitrage() {}

    /// `asked` need not be paid: the `basket` gives as many units for less.
    public record Finding(Kind kind, Offer asked, Map<Offer, Long> basket, Rational cost) {
        public Finding {
            basket = Map.copyOf(basket);
        }

        public String zh() {
            return "%s单位要价%s元，%s只需%s元。"
                    .formatted(
                            Amounts.number(Rational.of(asked.units())),
                            Amounts.money(asked.price()),
                            basket("购买%s份%s单位", "加"),
                            Amounts.money(cost));
        }

        public String en() {
            return "%s units are asked %s, but %s costs %s."
                    .formatted(
                            Amounts.number(Rational.of(asked.units())),
                            Amounts.money(asked.price()),
                            basket("%s × %s units", " and "),
                            Amounts.money(cost));
        }

        private String basket(String each, String and) {
            return basket.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey((a, b) -> Long.compare(b.units(), a.units())))
                    .map(part ->
                            each.formatted(
                                    part.getValue(),
                                    Amounts.number(Rational.of(part.getKey().units()))))
                    .collect(joining(and));
        }
    }

    /// What is wrong with an offer.
    public enum Kind {
        /// More units cost less: the price is not monotone.
        MORE_FOR_LESS,
        /// Smaller offers together cost less.
        CHEAPER_IN_PARTS
    }

    /// Each offer that can be had for less from the same list.
    ///
    /// @throws IllegalArgumentException if there are too many combinations to try
    public static List<Finding> check(List<Offer> offers) {
        var knapsack = new CoveringKnapsack(offers);
        return offers.stream()
                .distinct()
                .flatMap(asked -> cheaper(asked, offers, knapsack).stream())
                .toList();
    }

    /// The corners of the price along one meter that can be had for less.
    public static List<Finding> check(PriceVersion version, Meter meter) {
        return check(
                corners(version, meter).stream()
                        .map(units -> new Offer(units, exact(version, meter, units)))
                        .toList());
    }

    private static Optional<Finding> cheaper(
            Offer asked, List<Offer> offers, CoveringKnapsack knapsack) {
        for (Offer other : offers) {
            if (other.units() >= asked.units() && other.price().compareTo(asked.price()) < 0) {
                Offer least = cheapestOf(offers, asked.units());
                return Optional.of(
                        new Finding(Kind.MORE_FOR_LESS, asked, Map.of(least, 1L), least.price()));
            }
        }
        return knapsack.below(asked)
                .map(basket ->
                        new Finding(Kind.CHEAPER_IN_PARTS, asked, basket.counts(), basket.cost()));
    }

    private static Offer cheapestOf(List<Offer> offers, long units) {
        return offers.stream()
                .filter(offer -> offer.units() >= units)
                .min((a, b) -> a.price().compareTo(b.price()))
                .orElseThrow();
    }

    private static Rational exact(PriceVersion version, Meter meter, long units) {
        return version.explain(Consumption.of(meter, units)).exact();
    }

    /// The quantities at which a price can bend or jump, and twice the last of them.
    private static SortedSet<Long> corners(PriceVersion version, Meter meter) {
        SortedSet<Long> corners = new TreeSet<>();
        long free = 0;
        for (PriceStep step : version.steps()) {
            switch (step) {
                case PriceStep.FreeUnits(var counted, var units) when counted == meter -> {
                    free = Math.addExact(free, units);
                    corners.add(free);
                }
                case PriceStep.Charge(var model) -> {
                    for (long bend : bends(model, meter)) {
                        corners.add(Math.addExact(free, bend));
                    }
                }
                case PriceStep.FreeUnits _,
                        PriceStep.CallLimit _,
                        PriceStep.Discount _,
                        PriceStep.Minimum _,
                        PriceStep.Cap _ -> {}
            }
        }
        for (long bend : List.copyOf(corners)) {
            corners.add(bend + 1);
        }
        if (!corners.isEmpty()) {
            corners.add(Math.multiplyExact(2, corners.last()));
        }
        corners.add(1L);
        return corners;
    }

    private static List<Long> bends(PriceModel model, Meter meter) {
        return switch (model) {
            case PriceModel.PerBlock(var counted, var block, _) when counted == meter ->
                    List.of(block);
            case PriceModel.Graduated(var counted, var tiers) when counted == meter -> bends(tiers);
            case PriceModel.Volume(var counted, var tiers) when counted == meter -> bends(tiers);
            case PriceModel.Free _,
                    PriceModel.OneOff _,
                    PriceModel.Negotiated _,
                    PriceModel.PerPeriod _,
                    PriceModel.PerUnit _,
                    PriceModel.PerResult _,
                    PriceModel.PerBlock _,
                    PriceModel.Graduated _,
                    PriceModel.Volume _ ->
                    List.of();
        };
    }

    private static List<Long> bends(List<Tier> tiers) {
        return tiers.stream().skip(1).map(Tier::above).toList();
    }
}
