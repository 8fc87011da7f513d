package io.databourse.sandbox;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.Dataset;
import io.databourse.sandbox.sql.Role;
import io.databourse.sandbox.sql.Rules;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The values that say whom a row is about, as an output would write them.
final class Identifying {
    /// More are not kept in memory; the reviewers are told.
    static final int MOST = 2_000_000;

    private Identifying() {}

    /// The values of the entity's and of the join columns.
    static Set<String> of(Dataset input, Rules rules) throws InterruptedException {
        var columns = columns(input, rules);
        var values = new HashSet<String>();
        try (var pass = input.chunks(columns)) {
            for (var chunk = pass.next();
                    chunk.isPresent() && values.size() < MOST;
                    chunk = pass.next()) {
                for (var column : chunk.get().columns()) {
                    for (int row = 0; row < chunk.get().rows(); row++) {
                        if (!column.isNull(row)) {
                            values.add(text(column, row));
                        }
                    }
                }
            }
        }
        return values;
    }

    private static List<String> columns(Dataset input, Rules rules) {
        return input.schema().columns().stream()
                .map(column -> column.name())
                .filter(name -> {
                    var rule = rules.columns().get(name);
                    return rule != null && (rule.role() == Role.ENTITY || rule.role() == Role.JOIN);
                })
                .toList();
    }

    private static String text(Chunk.Column column, int row) {
        return switch (column) {
            case Chunk.Longs(var values, _) -> Long.toString(values[row]);
            case Chunk.Doubles(var values, _) -> Double.toString(values[row]);
            case Chunk.Bytes(var values, var offsets, _) ->
                    new String(
                            values,
                            offsets[row],
                            offsets[row + 1] - offsets[row],
                            StandardCharsets.UTF_8);
        };
    }
}
