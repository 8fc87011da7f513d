package io.databourse.pricing.value;

import io.databourse.money.Rational;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The least weight of edges without which nothing leads from one node to another: the greatest
/// flow, by shortest paths (Edmonds, Karp, 1972).
final class MinimumCut {
    private final Map<String, Map<String, Rational>> left = new LinkedHashMap<>();

    void edge(String from, String to, Rational weight) {
        left.computeIfAbsent(from, node -> new LinkedHashMap<>()).merge(to, weight, Rational::plus);
        left.computeIfAbsent(to, node -> new LinkedHashMap<>())
                .merge(from, Rational.ZERO, Rational::plus);
    }

    Rational between(String source, String sink) {
        Rational flow = Rational.ZERO;
        for (var path = path(source, sink); path.isPresent(); path = path(source, sink)) {
            Map<String, String> before = path.get();
            Rational least = null;
            for (String node = sink; !node.equals(source); node = get(before, node)) {
                Rational edge = get(get(left, get(before, node)), node);
                least = least == null ? edge : least.min(edge);
            }
            Rational more = Objects.requireNonNull(least);
            for (String node = sink; !node.equals(source); node = get(before, node)) {
                get(left, get(before, node)).merge(node, more.negate(), Rational::plus);
                get(left, node).merge(get(before, node), more, Rational::plus);
            }
            flow = flow.plus(more);
        }
        return flow;
    }

    /// For each node of the shortest way the one before it.
    private Optional<Map<String, String>> path(String source, String sink) {
        Map<String, String> before = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(source);
        while (!open.isEmpty() && !before.containsKey(sink)) {
            String node = open.remove();
            left.getOrDefault(node, Map.of())
                    .forEach((next, weight) -> {
                        if (weight.signum() > 0
                                && !next.equals(source)
                                && before.putIfAbsent(next, node) == null) {
                            open.add(next);
                        }
                    });
        }
        return before.containsKey(sink) ? Optional.of(before) : Optional.empty();
    }

    private static <V> V get(Map<String, V> map, String key) {
        return Objects.requireNonNull(map.get(key));
    }
}
