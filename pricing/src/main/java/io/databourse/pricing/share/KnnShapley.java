package io.databourse.pricing.share;

import io.databourse.money.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What each row of training data is worth to a classifier by the K nearest neighbours, in the time
/// of a sort instead of 2^n trainings (Jia et al., PVLDB 12(11), 2019, theorem 1).
///
/// The utility of rows is the likelihood of the right label: the part of the K nearest rows that
/// carry it, where missing rows count as wrong.
///
/// The values are exact fractions, whose digits grow with the rows: two thousand rows are a matter
/// of a second, eight thousand of many.
public final class KnnShapley {
    private KnnShapley() {}

    /// The values for one test point: s_N = [y_N = y] · min(K, N) / (K · N), and s_i = s_(i+1) +
    /// ([y_i = y] − [y_(i+1) = y]) / K · min(K, i) / i.
    ///
    /// @param right for each row, nearest first, whether it carries the test point's label
    public static List<Rational> ofOne(List<Boolean> right, int neighbours) {
        if (right.isEmpty() || neighbours < 1) {
            throw new IllegalArgumentException("no rows or no neighbours");
        }
        int rows = right.size();
        Rational[] values = new Rational[rows];
        values[rows - 1] = step(right.getLast() ? 1 : 0, neighbours, rows);
        for (int i = rows - 1; i > 0; i--) {
            int change = (right.get(i - 1) ? 1 : 0) - (right.get(i) ? 1 : 0);
            values[i - 1] = values[i].plus(step(change, neighbours, i));
        }
        return List.of(values);
    }

    private static Rational step(int change, int neighbours, int rank) {
        return Rational.of((long) change * Math.min(neighbours, rank), (long) neighbours * rank);
    }

    /// What each owner's rows are worth over all test points: the average over the points of the
    /// sum over its rows.
    ///
    /// @param owners the owner of each row, by position, in the rows' own order
    /// @param points for each test point the rows, nearest first, and which are right
    public static List<Rational> ofOwners(
            int parties, List<Integer> owners, List<Point> points, int neighbours) {
        Rational[] sums = new Rational[parties];
        Arrays.fill(sums, Rational.ZERO);
        for (Point point : points) {
            if (point.nearest.size() != owners.size()) {
                throw new IllegalArgumentException("a test point ranks every row");
            }
            List<Rational> values = ofOne(point.right, neighbours);
            for (int rank = 0; rank < values.size(); rank++) {
                int owner = owners.get(point.nearest.get(rank));
                sums[owner] = sums[owner].plus(values.get(rank));
            }
        }
        Rational count = Rational.of(points.size());
        return Arrays.stream(sums).map(sum -> sum.dividedBy(count)).toList();
    }

    /// Rows of several owners, and points that each row can be compared with.
    ///
    /// @param neighbours K
    /// @param owners the owner of each row, from 0 and without gaps
    public record Neighbours(int neighbours, List<Integer> owners, List<Distances> points) {
        private static final int MOST_ROWS = 2000;
        private static final int MOST_PAIRS = 20_000;

        public Neighbours {
            owners = List.copyOf(owners);
            points = List.copyOf(points);
            if (owners.isEmpty()
                    || points.isEmpty()
                    || owners.size() > MOST_ROWS
                    || owners.size() * points.size() > MOST_PAIRS) {
                throw new IllegalArgumentException(
                        "1 to %d rows, and up to %d distances".formatted(MOST_ROWS, MOST_PAIRS));
            }
            Set<Integer> numbers = new HashSet<>(owners);
            if (Collections.min(numbers) != 0 || Collections.max(numbers) != numbers.size() - 1) {
                throw new IllegalArgumentException("owners are numbered from 0, without gaps");
            }
        }

        /// What each owner's rows are worth.
        public List<Rational> values() {
            return ofOwners(
                    Collections.max(owners) + 1,
                    owners,
                    points.stream().map(each -> Point.of(each.distances, each.right)).toList(),
                    neighbours);
        }
    }

    /// One test point.
    ///
    /// @param distances from each row, in any unit
    /// @param right whether each row carries the point's label
    public record Distances(List<Rational> distances, List<Boolean> right) {
        public Distances {
            distances = List.copyOf(distances);
            right = List.copyOf(right);
            if (distances.size() != right.size()) {
                throw new IllegalArgumentException(
                        "a test point has a distance from every row, and whether it is right");
            }
        }
    }

    /// A test point as the rows see it.
    ///
    /// @param nearest the rows' positions, nearest first
    /// @param right whether each of these carries the point's label
    public record Point(List<Integer> nearest, List<Boolean> right) {
        public Point {
            nearest = List.copyOf(nearest);
            right = List.copyOf(right);
            if (nearest.size() != right.size() || new HashSet<>(nearest).size() != right.size()) {
                throw new IllegalArgumentException("each row is ranked once, as right or wrong");
            }
        }

        /// Ranks rows by distance; of equally near ones the earlier row comes first.
        public static Point of(List<Rational> distances, List<Boolean> right) {
            List<Integer> nearest = new ArrayList<>();
            for (int row = 0; row < distances.size(); row++) {
                nearest.add(row);
            }
            nearest.sort((a, b) -> distances.get(a).compareTo(distances.get(b)));
            return new Point(nearest, nearest.stream().map(right::get).toList());
        }
    }
}
