package io.databourse.sandbox.sql;

import java.util.List;

/// What each row of a result must satisfy, and the result as a whole.
///
/// @param minimumEntities distinct entities behind each row; at least [#LEAST_ENTITIES]
/// @param roundTo counts are rounded to multiples of this; 0 and 1 leave them as they are
/// @param dominance each must hold for each count of rows and each sum and mean of a row
public record Thresholds(
        int minimumEntities,
        long roundTo,
        List<Dominance> dominance,
        int maximumRows,
        long maximumBytes) {
    /// A row about fewer is as good as a row about one who talks to the others.
    public static final int LEAST_ENTITIES = 5;

    /// What holds where a document does not say otherwise.
    public static final Thresholds USUAL = new Thresholds(10, 0, List.of(), 1_000, 1_000_000);

    public Thresholds {
        dominance = List.copyOf(dominance);
        atLeast("minimumEntities", minimumEntities, LEAST_ENTITIES);
        atLeast("roundTo", roundTo, 0);
        atLeast("maximumRows", maximumRows, 1);
        atLeast("maximumBytes", maximumBytes, 1);
        if (roundTo > 1_000_000_000L) {
            throw new RulesException("roundTo 超过 1000000000", "roundTo is more than 1000000000");
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new RulesException(name + " 小于 " + least, name + " is less than " + least);
        }
    }
}
