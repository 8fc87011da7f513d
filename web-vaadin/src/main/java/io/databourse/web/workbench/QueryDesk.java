package io.databourse.web.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.dispatch.Room;
import io.databourse.dispatch.RoomTable;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.CodeEditor;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question in governed SQL, or a template that the owner wrote, with arguments.
final class QueryDesk extends Desk {
    static final String TASK = "sandbox/query";

    private final CodeEditor editor = new CodeEditor("sql", Texts.t("workbench.sql"));
    private final Select<JsonNode> template =
            Inputs.name(new Select<>(), "template", "workbench.template");
    private final Div arguments = Blocks.div("fields");
    private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();

    QueryDesk(Room room, Runnable dryRun) {
        addClassName("stack");
        editor.language("sql");
        editor.setValue(example(room));
        editor.onRun(dryRun);
        List<JsonNode> known = room.rules().path("templates").valueStream().toList();
        template.setItems(known);
        template.setEmptySelectionAllowed(true);
        template.setEmptySelectionCaption(Texts.t("workbench.ownSql"));
        template.setItemLabelGenerator(
                each -> each == null ? Texts.t("workbench.ownSql") : each.path("name").asText());
        template.addValueChangeListener(change -> choose(change.getValue()));
        if (!known.isEmpty()) {
            add(template, arguments);
        }
        add(editor, Blocks.muted(hint(room)));
    }

    private static String hint(Room room) {
        return room.tables().isEmpty()
                ? Texts.t("workbench.sqlHint", room.table())
                : Texts.t(
                        "workbench.sqlHintOfMany",
                        room.table(),
                        Texts.list(room.tables().stream().map(RoomTable::name).toList()));
    }

    /// Something that may be asked: rows by the first dimension.
    private static String example(Room room) {
        return room.columns().stream()
                .filter(column -> column.role().equals("DIMENSION"))
                .findFirst()
                .map(column ->
                        "SELECT %1$s, count(*) AS n\nFROM %2$s\nGROUP BY %1$s"
                                .formatted(column.name(), room.table()))
                .orElseGet(() -> "SELECT count(*) AS n\nFROM " + room.table());
    }

    private void choose(@Nullable JsonNode chosen) {
        arguments.removeAll();
        fields.clear();
        editor.setReadOnly(chosen != null);
        if (chosen == null) {
            return;
        }
        editor.setValue(chosen.path("sql").asText());
        chosen.path("parameters")
                .propertyStream()
                .forEach(each -> {
                    Component field = field(each.getKey(), each.getValue());
                    field.setId("argument-" + each.getKey());
                    arguments.add(field);
                });
    }

    /// For an argument of a template: what the rules allow to be chosen, or typed.
    private Component field(String name, JsonNode rule) {
        List<String> values = rule.path("values").valueStream().map(JsonNode::asText).toList();
        if (!values.isEmpty()) {
            Select<String> field = new Select<>();
            field.setLabel(name);
            field.setItems(values);
            fields.put(name, field);
            return field;
        }
        TextField field = new TextField(name);
        String type = rule.path("type").asText();
        field.setHelperText(
                Texts.ofCode("argumentType", type)
                        + bound("workbench.atLeast", rule.path("min"))
                        + bound("workbench.atMost", rule.path("max")));
        fields.put(name, field);
        return field;
    }

    private static String bound(String key, JsonNode value) {
        return value.isMissingNode() ? "" : " · " + Texts.t(key, value.asText());
    }

    @Override
    String task() {
        return TASK;
    }

    @Override
    Map<String, String> parameters() {
        Optional<JsonNode> chosen = template.getOptionalValue();
        if (chosen.isPresent()) {
            ObjectNode given = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, field) -> {
                Inputs.require(field);
                given.put(name, field.getValue());
            });
            return Map.of(
                    "template", chosen.get().path("name").asText(), "arguments", given.toString());
        }
        if (editor.getValue().isBlank()) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + Texts.t("workbench.sql"), Texts.t("input.missing"), "")));
        }
        return Map.of("sql", editor.getValue());
    }
}
