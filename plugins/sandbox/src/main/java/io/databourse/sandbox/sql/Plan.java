package io.databourse.sandbox.sql;

import java.util.List;

/// What the engine is to run, written anew: nothing of the buyer's text is in it but quoted names
/// and literals.
///
/// @param tables the names of the tables that it reads
/// @param names of the result's columns
/// @param limits of the result; more rows or bytes are an error, not a cut
public record Plan(
        String sql, Query query, List<String> tables, List<String> names, Limits limits) {

    /// The most that a result may have.
    public record Limits(int rows, long bytes) {}

    static Plan governed(Query query) {
        Thresholds thresholds = query.thresholds();
        return new Plan(
                new GovernedSql(query).write(),
                query,
                query.tables().stream().map(GovernedTable::name).toList(),
                query.outputs().stream().map(Query.Output::name).toList(),
                new Limits(thresholds.maximumRows(), thresholds.maximumBytes()));
    }
}
