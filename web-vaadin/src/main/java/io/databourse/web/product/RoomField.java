package io.databourse.web.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.registration.Column;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.RoomRules;
import io.databourse.web.parts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of a room as JSON, beginning with a draft from the product's columns.
final class RoomField extends TextArea {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NUMBERS = Set.of("INTEGER", "DECIMAL");

    RoomField(List<Column> columns) {
        Inputs.name(this, "terms-room", "room.title");
        addClassName("code");
        setWidthFull();
        setHelperText(Texts.t("room.fieldHint"));
        setValue(draft(columns).toPrettyString());
    }

    /// Whom a row is about, only the owner knows; the first column is a guess.
    private static ObjectNode draft(List<Column> columns) {
        ObjectNode rules = JSON.createObjectNode();
        String key = columns.getFirst().name();
        rules.put("entityKey", key);
        ObjectNode parts = rules.putObject("columns");
        for (Column column : columns) {
            ObjectNode part = parts.putObject(column.name());
            if (column.name().equals(key)) {
                part.put("role", "ENTITY");
            } else if (NUMBERS.contains(column.type())) {
                part.put("role", "MEASURE")
                        .putArray("aggregates")
                        .add("count")
                        .add("sum")
                        .add("avg");
            } else {
                part.put("role", "DIMENSION");
            }
        }
        rules.put("minimumEntities", 10);
        rules.put("maximumRows", 1_000);
        rules.put("maximumBytes", 1_000_000);
        rules.put("reviewers", 2);
        rules.putArray("modes").add("QUERY").add("SCRIPT");
        rules.putArray("languages").add("python");
        rules.putObject("autoRelease").put("rows", 100).put("bytes", 100_000);
        return rules;
    }

    /// What is typed, in the words that buyers will read.
    Optional<Component> said() {
        try {
            JsonNode rules = JSON.readTree(getValue());
            return isVisible() && rules.isObject()
                    ? Optional.of(RoomRules.of(rules))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /// What is typed, if the field is shown.
    Optional<JsonNode> rules() {
        if (!isVisible()) {
            return Optional.empty();
        }
        Inputs.require(this);
        try {
            return Optional.of(JSON.readTree(getValue()));
        } catch (JsonProcessingException e) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + getLabel(),
                                    Texts.t(
                                            "room.notJson",
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr()),
                                    "")));
        }
    }
}
