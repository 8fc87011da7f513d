package io.databourse.protection.anonymise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Cuts the table into classes: LeFevre, DeWitt and Ramakrishnan, *Mondrian Multidimensional
/// k-Anonymity* (ICDE 2006), strict partitioning. A part is cut near the median of its widest
/// column, as long as both halves may stand.
final class Mondrian {
    private final List<CodedColumn> columns;
    private final Predicate<Rows> allowed;

    Mondrian(List<CodedColumn> columns, Predicate<Rows> allowed) {
        this.columns = columns;
        this.allowed = allowed;
    }

    List<Rows> classes(int rows) {
        List<Rows> classes = new ArrayList<>();
        Deque<Rows> parts = new ArrayDeque<>();
        parts.push(new Rows(IntStream.range(0, rows).toArray(), 0, rows));
        while (!parts.isEmpty()) {
            Rows part = parts.pop();
            Optional<Integer> cut = cut(part);
            if (cut.isEmpty()) {
                classes.add(part);
            } else {
                parts.push(new Rows(part.order(), part.from(), cut.get()));
                parts.push(new Rows(part.order(), cut.get(), part.to()));
            }
        }
        return classes;
    }

    /// Sorts the part by the column of the cut, and gives the place of the cut.
    private Optional<Integer> cut(Rows part) {
        List<CodedColumn> byWidth = new ArrayList<>(columns);
        byWidth.sort(Comparator.comparingDouble(column -> -width(part, column)));
        for (CodedColumn column : byWidth) {
            if (width(part, column) > 0) {
                sort(part, column);
                for (int place : places(part, column)) {
                    if (allowed.test(new Rows(part.order(), part.from(), place))
                            && allowed.test(new Rows(part.order(), place, part.to()))) {
                        return Optional.of(place);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The share of the column's values over which the part reaches.
    private static double width(Rows part, CodedColumn column) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = part.from(); i < part.to(); i++) {
            least = Math.min(least, column.code(part.order()[i]));
            most = Math.max(most, column.code(part.order()[i]));
        }
        return (double) (most - least) / column.distinct();
    }

    private static void sort(Rows part, CodedColumn column) {
        long[] keyed = new long[part.size()];
        for (int i = 0; i < keyed.length; i++) {
            int row = part.order()[part.from() + i];
            keyed[i] = (long) column.code(row) << 32 | row;
        }
        Arrays.sort(keyed);
        for (int i = 0; i < keyed.length; i++) {
            part.order()[part.from() + i] = (int) keyed[i];
        }
    }

    /// Before and after the run of rows that have the median, the nearer to the middle first: equal
    /// values stay together.
    private static int[] places(Rows part, CodedColumn column) {
        int middle = part.from() + part.size() / 2;
        int median = column.code(part.order()[middle]);
        int before = middle;
        while (before > part.from() && column.code(part.order()[before - 1]) == median) {
            before--;
        }
        int after = middle;
        while (after < part.to() && column.code(part.order()[after]) == median) {
            after++;
        }
        int first = middle - before <= after - middle ? before : after;
        int second = first == before ? after : before;
        return IntStream.of(first, second)
                .filter(place -> place > part.from() && place < part.to())
                .toArray();
    }
}
