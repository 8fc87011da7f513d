package io.databourse.sandbox;

import io.databourse.plugin.Parameters;
import io.databourse.sandbox.sql.RoomRules;
import io.databourse.sandbox.sql.Rules;
import io.databourse.sandbox.sql.RulesException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The rules that hold for a run: the contract's, and the owner's own where there are any, the
/// stricter of both in each point.
final class OwnRules {
    private OwnRules() {}

    /// @throws RulesException if there are none, they are not understood, or agree on nothing
    static RoomRules of(Parameters parameters) {
        var own = owners(parameters);
        if (parameters.has(Names.RULES)) {
            return RoomRules.parse(parameters.text(Names.RULES)).strictest(own);
        }
        var sold = own.get(RoomRules.TABLE);
        if (sold == null) {
            throw new RulesException(
                    "合同和数据方都没有沙箱规则", "neither the contract nor the owner has any for a room");
        }
        return new RoomRules(sold, new LinkedHashMap<>());
    }

    /// By table.
    private static Map<String, Rules> owners(Parameters parameters) {
        var own = new LinkedHashMap<String, Rules>();
        parameters
                .values()
                .forEach((name, text) ->
                        table(name).ifPresent(table -> own.put(table, Rules.parse(text))));
        return own;
    }

    /// The table that a parameter has the owner's own rules of.
    private static Optional<String> table(String parameter) {
        return parameter.equals(Names.OWNER_RULES)
                ? Optional.of(RoomRules.TABLE)
                : Optional.of(parameter)
                        .filter(name -> name.startsWith(Names.OWNER_RULES_OF))
                        .map(name -> name.substring(Names.OWNER_RULES_OF.length()));
    }
}
