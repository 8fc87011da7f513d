package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of a query by the names it gives them, and the arguments of a template.
record Scope(List<String> names, List<GovernedTable> tables, Map<String, Literal> arguments) {

    /// The granted column that a node names.
    ColumnRef column(JsonNode node) {
        JsonNode path = Tree.list(Tree.exact(node, Tree.COLUMN), "column_names");
        String last = path.isEmpty() ? "" : path.get(path.size() - 1).asText();
        List<ColumnRef> found =
                switch (path.size()) {
                    case 1 -> named(last);
                    case 2 -> named(path.get(0).asText(), last);
                    default -> List.of();
                };
        if (found.size() > 1) {
            throw new Refusal(Rule.AMBIGUOUS, last);
        }
        return found.stream().findFirst().orElseThrow(() -> new Refusal(Rule.COLUMN, last));
    }

    List<ColumnRef> named(String column) {
        var found = new ArrayList<ColumnRef>();
        for (int t = 0; t < tables.size(); t++) {
            int table = t;
            tables.get(t).column(column).ifPresent(name -> found.add(new ColumnRef(table, name)));
        }
        return found;
    }

    private List<ColumnRef> named(String table, String column) {
        int index = names.indexOf(GovernedTable.fold(table));
        if (index < 0) {
            return List.of();
        }
        Optional<String> name = tables.get(index).column(column);
        return name.map(known -> List.of(new ColumnRef(index, known))).orElse(List.of());
    }

    ColumnRule rule(ColumnRef column) {
        return tables.get(column.table()).rule(column.column());
    }

    Type type(ColumnRef column) {
        return tables.get(column.table()).type(column.column());
    }

    /// What comparisons with a dimension compare.
    Type type(Dimension dimension) {
        return dimension.bucket() instanceof Bucket.PartOf
                ? Type.INTEGER
                : type(dimension.column());
    }
}
