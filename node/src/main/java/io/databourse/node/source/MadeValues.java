package io.databourse.node.source;

import io.databourse.plugin.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The values that a made-up column may hold: those of its profile's making that meet the job's
/// conditions or, where none does, such as the conditions themselves speak of. So a dry run sees
/// rows as the real one does, without anybody having looked for such a row.
///
/// A value is a text, a whole number (days for dates, microseconds for times, 0 or 1 for truth) or
/// a double.
record MadeValues(List<Object> values) {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    MadeValues {
        values = List.copyOf(values);
    }

    /// @param make the value of each of so many picks
    /// @param conditions on this column; all must hold
    static MadeValues of(
            Schema.Type type, int distinct, IntFunction<Object> make, List<Condition> conditions) {
        conditions.forEach(condition -> ConditionSql.check(condition, type));
        var made =
                IntStream.range(0, distinct)
                        .mapToObj(make)
                        .filter(each -> all(conditions, type, each))
                        .toList();
        return new MadeValues(
                made.isEmpty()
                        ? conditions.stream()
                                .flatMap(condition -> condition.values().stream())
                                .map(text -> read(text, type))
                                .flatMap(MadeValues::near)
                                .distinct()
                                .filter(each -> all(conditions, type, each))
                                .toList()
                        : made);
    }

    private static boolean all(List<Condition> conditions, Schema.Type type, Object value) {
        return conditions.stream().allMatch(condition -> meets(condition, type, value));
    }

    private static boolean meets(Condition condition, Schema.Type type, Object value) {
        var orders =
                condition.values().stream().map(text -> compare(value, read(text, type))).toList();
        int first = orders.getFirst();
        return switch (condition.operator()) {
            case EQ -> first == 0;
            case NE -> first != 0;
            case LT -> first < 0;
            case LE -> first <= 0;
            case GT -> first > 0;
            case GE -> first >= 0;
            case IN -> orders.contains(0);
            case BETWEEN -> first >= 0 && orders.getLast() <= 0;
        };
    }

    private static Object read(String text, Schema.Type type) {
        return switch (type) {
            case STRING -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> Double.valueOf(text);
            case DATE -> LocalDate.parse(text).toEpochDay();
            case TIMESTAMP ->
                    ChronoUnit.MICROS.between(EPOCH, LocalDateTime.parse(text.replace(' ', 'T')));
            case BOOLEAN -> text.equals("true") ? 1L : 0L;
        };
    }

    /// The value and its neighbours, for conditions that leave the value itself out.
    private static Stream<Object> near(Object value) {
        return switch (value) {
            case Long whole -> Stream.of(whole, whole + 1, whole - 1);
            case Double number -> Stream.of(number, number + 1, number - 1);
            case String text -> Stream.of(text, text + "-1", "");
            default -> throw new IllegalArgumentException("no value of a column: " + value);
        };
    }

    /// -1, 0 or 1; both are of the same kind.
    private static int compare(Object a, Object b) {
        return Integer.signum(
                switch (a) {
                    case Long whole -> whole.compareTo((Long) b);
                    case Double number -> number.compareTo((Double) b);
                    case String text -> text.compareTo((String) b);
                    default -> throw new IllegalArgumentException("no value of a column: " + a);
                });
    }
}
