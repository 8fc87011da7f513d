package io.databourse.sandbox.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The names of the group columns in the steps of a query.
///
/// @param all `"g0"`, `"g1"` …
record GroupNames(List<String> all) {
    static GroupNames of(Query query) {
        return new GroupNames(
                IntStream.range(0, query.groups().size()).mapToObj(g -> "\"g" + g + '"').toList());
    }

    /// For a list of columns, which must not be empty.
    String orOne() {
        return all.isEmpty() ? "1 AS \"one\"" : String.join(", ", all);
    }

    String groupBy(String... more) {
        var names = new ArrayList<>(all);
        names.addAll(List.of(more));
        return names.isEmpty() ? "" : " GROUP BY " + String.join(", ", names);
    }

    /// Whether rows of two steps are of the same group; missing values are a group too.
    String same(String left, String right) {
        return all.isEmpty()
                ? "TRUE"
                : all.stream()
                        .map(g ->
                                "\"%s\".%s IS NOT DISTINCT FROM \"%s\".%s"
                                        .formatted(left, g, right, g))
                        .collect(Collectors.joining(" AND "));
    }
}
