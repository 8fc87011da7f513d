package io.databourse.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.catalog.RoomTables;
import io.databourse.contract.PartyRole;
import io.databourse.plugin.DatasetCard;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.registration.Column;
import io.databourse.registration.DataProduct;
import io.databourse.registration.ProductService;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a planner is told of the data sets of a job. Of the consumer's own data the exchange knows
/// only the names in the request: it takes join columns to be of the provider's types and the data
/// to be as large; the consumer's node finds out if not.
///
/// @param shown the provider's columns that the result may be made of
/// @param tables further inputs of the provider's, by name
record DatasetCards(
        JobRequest request,
        DataProduct product,
        List<String> shown,
        Map<String, DatasetCard> tables) {
    DatasetCards {
        shown = List.copyOf(shown);
        tables = Map.copyOf(tables);
    }

    /// The further tables that the rules of a room let questions join.
    static Map<String, DatasetCard> tables(Optional<JsonNode> room, ProductService products) {
        Map<String, DatasetCard> cards = new HashMap<>();
        room.ifPresent(rules ->
                RoomTables.of(rules, products)
                        .products()
                        .forEach((name, table) ->
                                cards.put(
                                        name,
                                        of(
                                                table,
                                                Map.of(
                                                        ColumnUse.RESULT,
                                                        RoomTables.columns(rules, name).stream()
                                                                .sorted()
                                                                .toList())))));
        return cards;
    }

    Map<String, DatasetCard> inputs(Seat seat) {
        if (!seat.bringsData()) {
            return Map.of();
        }
        if (seat.side() != PartyRole.PROVIDER) {
            return Map.of(PartyContext.INPUT, consumer());
        }
        Map<String, DatasetCard> inputs = new HashMap<>(tables);
        inputs.put(PartyContext.INPUT, provider());
        return inputs;
    }

    private DatasetCard provider() {
        return of(
                product,
                Map.of(ColumnUse.JOIN, request.provider().joinColumns(), ColumnUse.RESULT, shown));
    }

    /// @param uses columns by use
    static DatasetCard of(DataProduct product, Map<String, List<String>> uses) {
        var columns = product.columns().stream().map(DatasetCards::column).toList();
        return new DatasetCard(new Schema(columns), product.rowCount(), uses);
    }

    private DatasetCard consumer() {
        OwnInput own = request.own();
        Map<String, Schema.Type> types =
                product.columns().stream()
                        .map(DatasetCards::column)
                        .collect(Collectors.toMap(Schema.Column::name, Schema.Column::type));
        List<String> theirs = request.provider().joinColumns();
        List<Schema.Column> columns =
                Stream.concat(own.joinColumns().stream(), own.resultColumns().stream())
                        .distinct()
                        .map(name ->
                                new Schema.Column(
                                        name,
                                        joinType(own.joinColumns().indexOf(name), theirs, types),
                                        true))
                        .toList();
        return new DatasetCard(
                new Schema(columns),
                product.rowCount(),
                Map.of(ColumnUse.JOIN, own.joinColumns(), ColumnUse.RESULT, own.resultColumns()));
    }

    private static Schema.Type joinType(
            int index, List<String> theirs, Map<String, Schema.Type> types) {
        return index < 0 || index >= theirs.size()
                ? Schema.Type.STRING
                : types.getOrDefault(theirs.get(index), Schema.Type.STRING);
    }

    private static Schema.Column column(Column column) {
        Schema.Type type =
                Arrays.stream(Schema.Type.values())
                        .filter(each -> each.name().equals(column.type()))
                        .findFirst()
                        .orElse(Schema.Type.STRING);
        return new Schema.Column(column.name(), type, column.nullable());
    }
}
