package io.databourse.sandbox.sql;

import java.util.List;

/// How a query makes sure that enough entities are behind each row of its result.
interface Enough {
    /// Further columns of the step `a`, which has a row for each group.
    List<String> columns();

    /// Steps between `a` and the result.
    List<String> steps();

    /// What must hold for a row of `a` to show.
    List<String> conditions();

    /// Whether no few entities make up most of a sum.
    ///
    /// @param share what each entity, or row, adds to it
    static String balanced(String share, Dominance rule) {
        String size = "abs(CAST(%s AS DOUBLE))".formatted(share);
        return "coalesce(list_sum(max(%s, %d)) <= %s * sum(%s), TRUE)"
                .formatted(size, rule.n(), rule.k().toPlainString(), size);
    }
}
