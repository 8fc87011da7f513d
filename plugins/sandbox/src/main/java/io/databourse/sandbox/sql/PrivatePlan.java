package io.databourse.sandbox.sql;

import io.databourse.sandbox.noise.Epsilon;
import java.util.List;

/// How the exact numbers of a private query become an answer.
///
/// @param statistics the columns after the groups', in order
/// @param each epsilon of one statistic; together they cost `cost`
/// @param threshold a group shows if its noisy number of entities, the first statistic, is at least
///   this; zero where the groups are declared
/// @param declared the values of each group column, all of whose combinations show; empty where
///   they are not declared
record PrivatePlan(
        List<Statistic> statistics,
        Epsilon each,
        Epsilon cost,
        Epsilon total,
        long threshold,
        List<List<String>> declared) {
    PrivatePlan {
        statistics = List.copyOf(statistics);
        declared = declared.stream().map(List::copyOf).toList();
    }

    int index(Measure measure) {
        for (int i = 0; i < statistics.size(); i++) {
            if (statistics.get(i).measure().equals(measure)) {
                return i;
            }
        }
        throw new IllegalStateException("no statistic of " + measure);
    }
}
