package io.databourse.plugin.testkit;

import io.databourse.plugin.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the clear-text twin says must come out.
///
/// @param outcome at every party; the detail of a refusal is not compared
/// @param tables the rows that each receiving party holds, in order, by party id
public record Expectation(Outcome outcome, Map<String, List<List<@Nullable Object>>> tables) {
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
