package io.databourse.sandbox.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a buyer's text into a query within the rules, or says which rule it breaks.
public final class Compiler {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LONGEST = 16_384;

    private final SyntaxTrees trees;

    public Compiler(SyntaxTrees trees) {
        this.trees = trees;
    }

    /// A query of the buyer's own.
    ///
    /// @param tables all that the buyer was granted and may name
    public Compilation query(List<GovernedTable> tables, String sql) {
        for (GovernedTable table : tables) {
            if (!table.rules().release().modes().contains(Mode.QUERY)) {
                return new Compilation.Refused(Rule.MODE, table.name());
            }
        }
        return compile(tables, sql, Map.of());
    }

    /// A query that the owner wrote, which each table's rules must contain.
    public Compilation template(
            List<GovernedTable> tables, String name, Map<String, String> arguments) {
        Optional<Template> template =
                tables.stream().findFirst().flatMap(table -> table.rules().template(name));
        boolean known =
                template.isPresent()
                        && tables.stream()
                                .allMatch(table -> table.rules().template(name).equals(template));
        if (!known) {
            return new Compilation.Refused(Rule.TEMPLATE, "");
        }
        for (GovernedTable table : tables) {
            var modes = table.rules().release().modes();
            if (!modes.contains(Mode.TEMPLATE) && !modes.contains(Mode.QUERY)) {
                return new Compilation.Refused(Rule.MODE, table.name());
            }
        }
        try {
            return compile(tables, template.get().sql(), bound(template.get(), arguments));
        } catch (Refusal refusal) {
            return refusal.asResult();
        }
    }

    private static Map<String, Literal> bound(Template template, Map<String, String> arguments) {
        var bound = new HashMap<String, Literal>();
        if (!arguments.keySet().equals(template.parameters().keySet())) {
            throw new Refusal(Rule.ARGUMENT, String.join(", ", template.parameters().keySet()));
        }
        template.parameters()
                .forEach((name, parameter) ->
                        bound.put(
                                name,
                                Optional.ofNullable(arguments.get(name))
                                        .flatMap(parameter::bind)
                                        .orElseThrow(() -> new Refusal(Rule.ARGUMENT, name))));
        return bound;
    }

    private Compilation compile(
            List<GovernedTable> tables, String sql, Map<String, Literal> arguments) {
        if (sql.length() > LONGEST || sql.indexOf('\0') >= 0) {
            return new Compilation.Refused(Rule.TOO_COMPLEX, "");
        }
        try {
            var tree = MAPPER.readTree(trees.tree(sql));
            return new Compilation.Compiled(Plan.of(new QueryReader(tables, arguments).read(tree)));
        } catch (Refusal refusal) {
            return refusal.asResult();
        } catch (JsonProcessingException e) {
            return new Compilation.Refused(Rule.TOO_COMPLEX, "");
        }
    }
}
