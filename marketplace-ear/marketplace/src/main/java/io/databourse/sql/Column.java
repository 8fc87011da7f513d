package io.databourse.sql;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// One column of many rows, as an argument of [JpaSql].
public final class Column {
    private Column() {}

    public static <T> long[] longs(Collection<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).toArray();
    }

    public static <T> String[] texts(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    public static <T> LocalDate[] days(Collection<T> rows, Function<T, LocalDate> value) {
        return rows.stream().map(value).toArray(LocalDate[]::new);
    }

    public static <T> UUID[] uuids(Collection<T> rows, Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }
}
