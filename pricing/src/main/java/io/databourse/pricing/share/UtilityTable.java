package io.databourse.pricing.share;

import io.databourse.money.Rational;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The recorded utilities of a game: what was published, so that anybody can compute the shares
/// again.
///
/// @param values of each known coalition but the empty one, which is worth nothing
public record UtilityTable(int parties, SortedMap<Coalition, Rational> values) implements Utility {
    public UtilityTable {
        Coalition all = Coalition.all(parties);
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        for (Coalition coalition : values.keySet()) {
            if (coalition.size() == 0 || coalition.compareTo(all) > 0) {
                throw new IllegalArgumentException(
                        "\"%s\" is no coalition of %d parties".formatted(coalition, parties));
            }
        }
    }

    /// @param utilities by the coalition's name, such as `0+2`
    public static UtilityTable of(int parties, Map<String, Rational> utilities) {
        SortedMap<Coalition, Rational> values = new TreeMap<>();
        utilities.forEach((name, worth) -> values.put(Coalition.parse(name), worth));
        return new UtilityTable(parties, values);
    }

    @Override
    public Rational of(Coalition coalition) {
        if (coalition.size() == 0) {
            return Rational.ZERO;
        }
        Rational value = values.get(coalition);
        if (value == null) {
            throw new IllegalArgumentException("the utility of " + coalition + " is missing");
        }
        return value;
    }
}
