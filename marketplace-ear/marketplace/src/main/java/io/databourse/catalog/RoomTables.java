package io.databourse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.Caller;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.registration.Column;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductId;
import io.databourse.registration.ProductService;
import io.databourse.registration.ProductState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// The further tables of a room, 多表联接: other registered products of the same holder at the same
/// node, which questions may join to the one that is sold. They are part of what is sold, so a run
/// that reads them is metered once, as any run of the contract.
///
/// @param products by the names that questions give them
public record RoomTables(SequencedMap<String, DataProduct> products) {
    /// A room with the table that is sold, and no other.
    public static final RoomTables NONE = new RoomTables(new LinkedHashMap<>());

    private static final String TABLES = "tables";

    public RoomTables {
        products = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(products));
    }

    /// Of rules that were checked.
    ///
    /// @throws Refusal if a product is there no more
    public static RoomTables of(JsonNode rules, ProductService products) {
        var found = new LinkedHashMap<String, DataProduct>();
        rules.path(TABLES)
                .properties()
                .forEach(table -> found.put(table.getKey(), find(table.getValue(), products)));
        return new RoomTables(found);
    }

    /// What of a table's columns its rules let be seen.
    public static Set<String> columns(JsonNode rules, String table) {
        return Set.copyOf(names(rules.path(TABLES).path(table)));
    }

    private static List<String> names(JsonNode table) {
        return table.path("columns").properties().stream().map(each -> each.getKey()).toList();
    }

    private static DataProduct find(JsonNode table, ProductService products) {
        return products.find(Caller.system(), new ProductId(table.path("product").asText()));
    }

    /// What is wrong with the tables that the rules of a product's room name.
    static List<FieldError> check(JsonNode rules, DataProduct sold, ProductService products) {
        var errors = new ArrayList<FieldError>();
        for (var table : rules.path(TABLES).properties()) {
            String at = "/terms/room/tables/" + table.getKey();
            try {
                errors.addAll(check(at, table.getValue(), sold, find(table.getValue(), products)));
            } catch (IllegalArgumentException | Refusal e) {
                errors.add(new FieldError(at + "/product", "没有此产品 / is no product", "prd_…"));
            }
        }
        return errors;
    }

    private static List<FieldError> check(
            String at, JsonNode table, DataProduct sold, DataProduct further) {
        boolean fits =
                further.state() == ProductState.REGISTERED
                        && further.holder().equals(sold.holder())
                        && further.nodeId().equals(sold.nodeId())
                        && !further.source().equals(sold.source());
        if (!fits) {
            return List.of(
                    new FieldError(
                            at + "/product",
                            "须为贵方在同一节点的另一个已登记产品"
                                    + " / must be another registered product of yours at the same"
                                    + " node",
                            ""));
        }
        Set<String> known =
                further.columns().stream().map(Column::name).collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>();
        for (String column : names(table)) {
            if (!known.contains(column)) {
                errors.add(
                        new FieldError(
                                at + "/columns/" + column,
                                "产品没有此字段 / is no column of the product",
                                known.toString()));
            }
        }
        if (names(table).isEmpty()) {
            errors.add(new FieldError(at + "/columns", "至少要有一个字段 / needs at least one column", ""));
        }
        return errors;
    }
}
