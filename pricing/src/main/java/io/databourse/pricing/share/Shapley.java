package io.databourse.pricing.share;

import io.databourse.money.Rational;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Shapley values, 夏普利值: what each party adds to what is there already, averaged over all orders in
/// which they may come (Shapley, A Value for n-Person Games, 1953). The values add up to what all
/// are worth together; equals get the same; who adds nothing gets nothing.
public final class Shapley {
    /// Beyond, 2^n utilities are too many to look at all.
    public static final int MOST_EXACT = 15;

    private Shapley() {}

    /// Exact, from the utilities of all coalitions.
    ///
    /// φᵢ = Σ over S without i of |S|! (n−|S|−1)! / n! · (v(S∪i) − v(S)).
    public static Contribution exact(int parties, Utility utility) {
        if (parties > MOST_EXACT) {
            throw new IllegalArgumentException(
                    "%d parties, at most %d exactly".formatted(parties, MOST_EXACT));
        }
        Recorder recorder = new Recorder(utility);
        // By size what all coalitions are worth, and what those with a party are.
        Rational[] worths = zeros(parties + 1);
        Rational[][] withParty = new Rational[parties][];
        Arrays.setAll(withParty, party -> zeros(parties + 1));
        for (long members = 1; members <= Coalition.all(parties).members(); members++) {
            Coalition coalition = new Coalition(members);
            int size = coalition.size();
            Rational worth = recorder.of(coalition);
            worths[size] = worths[size].plus(worth);
            for (int party = 0; party < parties; party++) {
                if (coalition.has(party)) {
                    withParty[party][size] = withParty[party][size].plus(worth);
                }
            }
        }
        List<Rational> values = Arrays.stream(withParty).map(with -> value(with, worths)).toList();
        return new Contribution(recorder.table(parties), Optional.empty(), values);
    }

    /// A coalition counts for its members, and against who is not in it.
    private static Rational value(Rational[] with, Rational[] worths) {
        Rational[] weights = weights(worths.length - 1);
        Rational value = Rational.ZERO;
        for (int size = 1; size < worths.length; size++) {
            Rational without = worths[size].minus(with[size]);
            value =
                    value.plus(weights[size - 1].times(with[size]))
                            .minus(weights[size].times(without));
        }
        return value;
    }

    /// The average over orders that are drawn. Each order gives away exactly what all are worth
    /// together, so the values add up to it here too.
    public static Contribution sampled(int parties, Utility utility, Sampling sampling) {
        Coalition.all(parties);
        Recorder recorder = new Recorder(utility);
        Rational[] sums = zeros(parties);
        Sampling.Shuffle shuffle = sampling.shuffle(parties);
        for (int order = 0; order < sampling.orders(); order++) {
            Coalition coalition = Coalition.NOBODY;
            Rational before = Rational.ZERO;
            for (int party : shuffle.next()) {
                coalition = coalition.with(party);
                Rational worth = recorder.of(coalition);
                sums[party] = sums[party].plus(worth.minus(before));
                before = worth;
            }
        }
        Rational orders = Rational.of(sampling.orders());
        return new Contribution(
                recorder.table(parties),
                Optional.of(sampling),
                Arrays.stream(sums).map(sum -> sum.dividedBy(orders)).toList());
    }

    /// By size s of the coalition that a party joins: s! (n−s−1)! / n!. The last one is for the
    /// coalition of all, which nobody joins.
    private static Rational[] weights(int parties) {
        Rational[] weights = new Rational[parties + 1];
        weights[0] = Rational.of(1, parties);
        weights[parties] = Rational.ZERO;
        for (int size = 1; size < parties; size++) {
            weights[size] = weights[size - 1].times(Rational.of(size, parties - size));
        }
        return weights;
    }

    private static Rational[] zeros(int parties) {
        Rational[] zeros = new Rational[parties];
        Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }

    /// Asks for each utility once, since one may cost the training of a model, and keeps it.
    private static final class Recorder {
        private final Utility utility;
        private final SortedMap<Coalition, Rational> asked = new TreeMap<>();

        Recorder(Utility utility) {
            this.utility = utility;
        }

        Rational of(Coalition coalition) {
            return asked.computeIfAbsent(coalition, utility::of);
        }

        UtilityTable table(int parties) {
            return new UtilityTable(parties, asked);
        }
    }
}
