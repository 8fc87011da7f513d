package io.databourse.plugin.testkit;

import io.databourse.plugin.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the clear-text twin says must come out.
///
/// @param outcome at every party; the detail of a refusal is not compared
/// @param tables the rows that each receiving party holds, in order, by party id
/// @param held the names of what each party holds for its reviewers, by party id
/// @param files results that are files, by party id and name
public record Expectation(
        Outcome outcome,
        Map<String, List<List<@Nullable Object>>> tables,
        Map<String, Set<String>> held,
        Map<String, Map<String, MemoryFile>> files) {
    public Expectation(Outcome outcome, Map<String, List<List<@Nullable Object>>> tables) {
        this(outcome, tables, Map.of(), Map.of());
    }

    /// Nothing comes out yet: one party holds these outputs for its reviewers.
    public static Expectation held(Outcome outcome, String party, Set<String> names) {
        return new Expectation(outcome, Map.of(), Map.of(party, names), Map.of());
    }

    /// One party receives files.
    public static Expectation files(
            Outcome outcome, String party, Map<String, MemoryFile> received) {
        return new Expectation(outcome, Map.of(), Map.of(), Map.of(party, received));
    }

    public static Expectation refused(Outcome.Reason reason) {
        return new Expectation(new Outcome.Refused(reason, ""), Map.of());
    }

    boolean matches(Outcome actual) {
        return switch (outcome) {
            case Outcome.Completed completed -> completed.equals(actual);
            case Outcome.Refused(var reason, _) ->
                    actual instanceof Outcome.Refused refused && refused.reason() == reason;
            case Outcome.Failed(var blame, _) ->
                    actual instanceof Outcome.Failed failed && failed.blame() == blame;
        };
    }
}
