package io.databourse.protection.anonymise;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A column's values in order, and for each row the place of its value among them.
final class CodedColumn {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final AnonymisePolicy.Scale scale;
    private final Map<String, Integer> found = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private int[] codes = new int[1024];
    private int rows;

    CodedColumn(AnonymisePolicy.Scale scale) {
        this.scale = scale;
    }

    boolean takes(String value) {
        return switch (scale) {
            case NUMBER -> NUMBER.matcher(value).matches();
            case DATE -> isDate(value);
            case TEXT -> !value.isEmpty();
        };
    }

    void add(String value) {
        if (rows == codes.length) {
            codes = java.util.Arrays.copyOf(codes, Math.multiplyExact(rows, 2));
        }
        codes[rows++] =
                found.computeIfAbsent(
                        value,
                        _ -> {
                            values.add(value);
                            return values.size() - 1;
                        });
    }

    /// Puts the values in order; then no row is added any more.
    void sort() {
        List<String> sorted = new ArrayList<>(values);
        sorted.sort(order());
        int[] places = new int[sorted.size()];
        for (int i = 0; i < places.length; i++) {
            places[found.getOrDefault(sorted.get(i), 0)] = i;
        }
        for (int row = 0; row < rows; row++) {
            codes[row] = places[codes[row]];
        }
        values.clear();
        values.addAll(sorted);
        found.clear();
    }

    int distinct() {
        return values.size();
    }

    int code(int row) {
        return codes[row];
    }

    String value(int code) {
        return values.get(code);
    }

    /// Whether distances between values mean something.
    boolean isOrdered() {
        return scale != AnonymisePolicy.Scale.TEXT;
    }

    private Comparator<String> order() {
        return scale == AnonymisePolicy.Scale.NUMBER
                ? Comparator.comparing(BigDecimal::new)
                : Comparator.naturalOrder();
    }

    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
