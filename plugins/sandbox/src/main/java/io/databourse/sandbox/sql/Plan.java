package io.databourse.sandbox.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the engine is to run, written anew: nothing of the buyer's text is in it but quoted names
/// and literals.
///
/// @param tables the names of the tables that it reads
/// @param names of the result's columns
/// @param limits of the result; more rows or bytes are an error, not a cut
/// @param privately how its numbers become an answer, where the rules want noise
public record Plan(
        String sql,
        Query query,
        List<String> tables,
        List<String> names,
        Limits limits,
        Optional<PrivatePlan> privately) {

    /// The most that a result may have.
    public record Limits(int rows, long bytes) {}

    static Plan of(Query query) {
        List<Privacy> privacy =
                query.tables().stream().flatMap(table -> table.rules().privacy().stream()).toList();
        return privacy.isEmpty() ? governed(query) : noisy(query, privacy.getFirst());
    }

    private static Plan governed(Query query) {
        Thresholds thresholds = query.thresholds();
        return new Plan(
                new GovernedSql(query).write(),
                query,
                tables(query),
                query.outputs().stream().map(Query.Output::name).toList(),
                new Limits(thresholds.maximumRows(), thresholds.maximumBytes()),
                Optional.empty());
    }

    private static Plan noisy(Query query, Privacy privacy) {
        PrivatePlan noise = new PrivatePlanner(query, privacy).plan();
        int columns = query.groups().size() + noise.statistics().size();
        return new Plan(
                new PrivateSql(query, privacy, noise).write(),
                query,
                tables(query),
                IntStream.range(0, columns).mapToObj(Integer::toString).toList(),
                new Limits(PrivateSql.MOST_GROUPS, 100L * PrivateSql.MOST_GROUPS),
                Optional.of(noise));
    }

    private static List<String> tables(Query query) {
        return query.tables().stream().map(GovernedTable::name).toList();
    }
}
