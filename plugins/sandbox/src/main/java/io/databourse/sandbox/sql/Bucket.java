package io.databourse.sandbox.sql;

import java.util.Locale;
import java.util.Optional;

/// What a dimension is made coarser by. Each takes several values to one, never one to several.
sealed interface Bucket {
    /// The value itself.
    record Exact() implements Bucket {}

    /// The beginning of the unit that a time is in.
    record Truncated(Unit unit) implements Bucket {}

    /// A part of a time.
    record PartOf(Part part) implements Bucket {}

    Bucket EXACT = new Exact();

    enum Unit {
        YEAR,
        QUARTER,
        MONTH,
        WEEK,
        DAY,
        HOUR
    }

    enum Part {
        YEAR,
        QUARTER,
        MONTH,
        WEEK,
        DAY,
        ISODOW,
        HOUR
    }

    static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(GovernedTable.fold(name))) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
