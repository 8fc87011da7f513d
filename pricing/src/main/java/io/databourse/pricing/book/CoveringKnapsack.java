package io.databourse.pricing.book;

import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// The least cost of any number of offers that together reach a number of units: the unbounded
/// covering knapsack, solved by best-first search over what is still missing.
///
/// A branch is cut when its cost and a lower bound of the rest reach the price asked. The rest
/// costs at least the cheapest offer that covers it alone, or its units at the best unit price of
/// the offers that do not.
final class CoveringKnapsack {
    /// Price lists of a merchant are decided with a hundredth of it; it takes a few seconds.
    private static final long MOST_WORK = 3_000_000;

    private final List<Offer> offers;
    private long work;

    CoveringKnapsack(List<Offer> offers) {
        this.offers = List.copyOf(offers);
    }

    record Basket(Map<Offer, Long> counts, Rational cost) {}

    private record State(long missing, Rational cost, List<Long> counts) {}

    /// The cheapest basket that is cheaper than what is asked.
    Optional<Basket> below(Offer asked) {
        var open = new PriorityQueue<State>(Comparator.comparing(State::cost));
        Map<Long, Rational> seen = new HashMap<>();
        open.add(new State(asked.units(), Rational.ZERO, Collections.nCopies(offers.size(), 0L)));
        while (!open.isEmpty()) {
            State state = open.remove();
            if (state.missing() <= 0) {
                return Optional.of(basket(state));
            }
            work += (long) offers.size() * offers.size();
            if (work > MOST_WORK) {
                throw new IllegalArgumentException(
                        "the offers have too many combinations to check: " + offers.size());
            }
            for (int i = 0; i < offers.size(); i++) {
                State next = take(state, i);
                boolean known =
                        seen.containsKey(next.missing())
                                && seen.get(next.missing()).compareTo(next.cost()) <= 0;
                if (!known && least(next).compareTo(asked.price()) < 0) {
                    seen.put(next.missing(), next.cost());
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private State take(State state, int index) {
        Offer offer = offers.get(index);
        List<Long> counts = new ArrayList<>(state.counts());
        counts.set(index, counts.get(index) + 1);
        return new State(
                Math.max(0, state.missing() - offer.units()),
                state.cost().plus(offer.price()),
                counts);
    }

    private Rational least(State state) {
        if (state.missing() == 0) {
            return state.cost();
        }
        Rational missing = Rational.of(state.missing());
        Rational rest =
                offers.stream()
                        .map(offer ->
                                offer.units() >= state.missing()
                                        ? offer.price()
                                        : offer.perUnit().times(missing))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return state.cost().plus(rest);
    }

    private Basket basket(State state) {
        Map<Offer, Long> counts = new HashMap<>();
        for (int i = 0; i < offers.size(); i++) {
            if (state.counts().get(i) > 0) {
                counts.merge(offers.get(i), state.counts().get(i), Math::addExact);
            }
        }
        return new Basket(counts, state.cost());
    }
}
