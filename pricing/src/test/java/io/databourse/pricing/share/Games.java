package io.databourse.pricing.share;

import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// Games for the tests, and Shapley's definition taken literally.
final class Games {
    private Games() {}

    static UtilityTable table(int parties, LongFunction<Rational> worth) {
        TreeMap<Coalition, Rational> values = new TreeMap<>();
        for (long members = 1; members < 1L << parties; members++) {
            values.put(new Coalition(members), worth.apply(members));
        }
        return new UtilityTable(parties, values);
    }

    /// Reads `0+1=30` and the like; what is not named is worth nothing.
    static UtilityTable of(int parties, String... worths) {
        TreeMap<Coalition, Rational> values = new TreeMap<>(table(parties, m -> whole(0)).values());
        for (String worth : worths) {
            String[] sides = worth.split("=", -1);
            values.put(Coalition.parse(sides[0]), Rational.parse(sides[1]));
        }
        return new UtilityTable(parties, values);
    }

    static UtilityTable random(int parties, SplittableRandom random) {
        return table(parties, m -> Rational.of(random.nextInt(-500, 1_000), random.nextInt(1, 20)));
    }

    /// The average over all n! orders.
    static List<Rational> bruteForce(int parties, Utility utility) {
        Rational[] sums = new Rational[parties];
        Arrays.fill(sums, Rational.ZERO);
        List<List<Integer>> orders = orders(parties);
        for (List<Integer> order : orders) {
            Coalition before = Coalition.NOBODY;
            for (int party : order) {
                Coalition after = before.with(party);
                sums[party] = sums[party].plus(utility.of(after).minus(utility.of(before)));
                before = after;
            }
        }
        return Arrays.stream(sums).map(sum -> sum.dividedBy(whole(orders.size()))).toList();
    }

    static Rational sum(List<Rational> values) {
        return values.stream().reduce(Rational.ZERO, Rational::plus);
    }

    static Rational whole(long value) {
        return Rational.of(value);
    }

    private static List<List<Integer>> orders(int parties) {
        if (parties == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> longer = new ArrayList<>();
        for (List<Integer> shorter : orders(parties - 1)) {
            for (int place = 0; place < parties; place++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(place, parties - 1);
                longer.add(order);
            }
        }
        return longer;
    }
}
