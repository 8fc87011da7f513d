package io.databourse.sandbox;

import io.databourse.plugin.Parameters;
import io.databourse.sandbox.sql.Rules;
import io.databourse.sandbox.sql.RulesException;
import java.util.stream.Stream;

/// The rules that hold for a run: the contract's, and the owner's own where there are any, the
/// stricter of both in each point.
final class OwnRules {
    private OwnRules() {}

    /// @throws RulesException if there are none, they are not understood, or agree on nothing
    static Rules of(Parameters parameters) {
        return Stream.of(Names.RULES, Names.OWNER_RULES)
                .filter(parameters::has)
                .map(name -> Rules.parse(parameters.text(name)))
                .reduce(Rules::strictest)
                .orElseThrow(() ->
                        new RulesException(
                                "neither the contract nor the owner has any for a room"));
    }
}
