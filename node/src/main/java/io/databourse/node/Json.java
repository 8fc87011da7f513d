package io.databourse.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A JSON object that was received. What is missing or of another kind is an
/// [IllegalArgumentException] that names the field.
public record Json(JsonNode node, String path) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Reads one JSON object.
    ///
    /// @param what the name of the whole, for messages
    public static Json parse(String text, String what) {
        try {
            var node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw new IllegalArgumentException(what + " is not a JSON object");
            }
            return new Json(node, what);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(what + " is not JSON", e);
        }
    }

    /// Reads a JSON array of objects.
    public static List<Json> parseList(String text, String what) {
        try {
            var node = MAPPER.readTree(text);
            if (node == null || !node.isArray()) {
                throw new IllegalArgumentException(what + " is not a JSON array");
            }
            var items = new ArrayList<Json>();
            node.forEach(item -> items.add(new Json(item, what)));
            return List.copyOf(items);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(what + " is not JSON", e);
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// A value of the JDK's collections, records, texts and numbers as a JSON tree.
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private Optional<JsonNode> field(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private IllegalArgumentException wrong(String name, String wanted) {
        return new IllegalArgumentException(path + "." + name + " is missing or not " + wanted);
    }

    public Optional<String> find(String name) {
        return field(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    public String text(String name) {
        return find(name).orElseThrow(() -> wrong(name, "text"));
    }

    public long number(String name) {
        return field(name)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .orElseThrow(() -> wrong(name, "a whole number"));
    }

    /// A whole number that fits an `int` and is not negative.
    public int count(String name) {
        var value = number(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw wrong(name, "a count");
        }
        return (int) value;
    }

    public boolean flag(String name) {
        return field(name)
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .orElseThrow(() -> wrong(name, "true or false"));
    }

    public Json child(String name) {
        return field(name)
                .filter(JsonNode::isObject)
                .map(value -> new Json(value, path + "." + name))
                .orElseThrow(() -> wrong(name, "an object"));
    }

    public boolean has(String name) {
        return field(name).isPresent();
    }

    /// The objects of an array, each turned into something; none if the field is missing.
    public <T> List<T> list(String name, Function<Json, T> each) {
        var items = new ArrayList<T>();
        array(name)
                .forEach(item ->
                        items.add(
                                each.apply(
                                        new Json(
                                                item,
                                                path + "." + name + "[" + items.size() + "]"))));
        return List.copyOf(items);
    }

    /// The texts of an array; none if the field is missing.
    public List<String> texts(String name) {
        var items = new ArrayList<String>();
        array(name)
                .forEach(item -> {
                    if (!item.isValueNode() || item.isNull()) {
                        throw wrong(name, "an array of texts");
                    }
                    items.add(item.asText());
                });
        return List.copyOf(items);
    }

    public Set<String> set(String name) {
        return Set.copyOf(texts(name));
    }

    private Iterable<JsonNode> array(String name) {
        var value = field(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray()) {
            throw wrong(name, "an array");
        }
        return value.get();
    }

    /// The simple values of an object as text by name; none if the field is missing.
    public Map<String, String> map(String name) {
        var values = new LinkedHashMap<String, String>();
        field(name)
                .ifPresent(object ->
                        object.properties()
                                .forEach(entry -> {
                                    if (entry.getValue().isValueNode()
                                            && !entry.getValue().isNull()) {
                                        values.put(entry.getKey(), entry.getValue().asText());
                                    }
                                }));
        return values;
    }
}
