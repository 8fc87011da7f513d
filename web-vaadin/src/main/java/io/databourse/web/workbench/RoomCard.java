package io.databourse.web.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.dispatch.Room;
import io.databourse.dispatch.RoomColumn;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.RoomRules;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;

/// What the contract grants, and nothing else of the data: its tables, their columns and the part
/// that each may play.
final class RoomCard extends Div {
    RoomCard(Room room) {
        addClassNames("card", "columns");
        setId("granted");
        add(new H2(Texts.t("workbench.granted")), table(room.table(), room.rowCount()));
        room.columns().forEach(column -> add(column(column)));
        room.tables()
                .forEach(table -> {
                    add(table(table.name(), table.rowCount()), Blocks.muted(table.productName()));
                    table.columns().forEach(column -> add(column(column)));
                });
        add(Blocks.muted(Texts.t("workbench.samplesHint")));
    }

    private static Div table(String name, long rows) {
        return Blocks.div(
                "row",
                Blocks.mono(name),
                Blocks.muted(Texts.t("workbench.rows", Figures.of(rows))));
    }

    private static Div column(RoomColumn column) {
        Div line =
                Blocks.div(
                        "lines",
                        Blocks.div(
                                "row",
                                Blocks.mono(column.name()),
                                Tags.plain(Texts.ofCode("type", column.type())),
                                column.role().equals("NONE")
                                        ? Tags.plain(Texts.ofCode("roomRole", column.role()))
                                        : Tags.accent(Texts.ofCode("roomRole", column.role()))));
        // Some owners describe a column by its name.
        if (!column.description().isBlank()
                && !column.description().replace(' ', '_').equalsIgnoreCase(column.name())) {
            line.add(Blocks.text(column.description()));
        }
        if (!column.aggregates().isEmpty()) {
            line.add(Blocks.muted(RoomRules.aggregates(column.aggregates())));
        }
        if (!column.samples().isEmpty()) {
            line.add(Blocks.mono(String.join(" · ", column.samples())));
        }
        return line;
    }
}
