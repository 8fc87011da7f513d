package io.databourse.sandbox.sql;

import java.util.Optional;

/// A column of a result; whole numbers and doubles are flat arrays, all else is text as SQL writes
/// it. Where a row has no value, the array holds zero or an empty text.
@SuppressWarnings("ArrayRecordComponent") // carriers of bulk data; nobody compares two
public sealed interface ResultColumn {
    String name();

    Type type();

    /// The rows that have no value.
    boolean[] missing();

    record Longs(String name, long[] values, boolean[] missing) implements ResultColumn {
        @Override
        public Type type() {
            return Type.INTEGER;
        }
    }

    record Doubles(String name, double[] values, boolean[] missing) implements ResultColumn {
        @Override
        public Type type() {
            return Type.DOUBLE;
        }
    }

    record Texts(String name, Type type, String[] values, boolean[] missing)
            implements ResultColumn {}

    /// The value of a row as text; empty where there is none.
    default Optional<String> text(int row) {
        if (missing()[row]) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case Longs(_, var values, _) -> Long.toString(values[row]);
                    case Doubles(_, var values, _) -> Double.toString(values[row]);
                    case Texts(_, _, var values, _) -> values[row];
                });
    }
}
