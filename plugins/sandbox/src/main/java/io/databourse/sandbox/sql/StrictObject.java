package io.databourse.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A JSON object each of whose keys must have been asked for by the time of [#end].
final class StrictObject {
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    StrictObject(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new RulesException(
                    (path.isEmpty() ? "规则" : path) + " 不是 JSON 对象", path + " is not an object");
        }
    }

    /// The value, if it is there and not null.
    Optional<JsonNode> find(String key) {
        asked.add(key);
        return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
    }

    JsonNode need(String key) {
        return find(key).orElseThrow(() -> wrong(key, "缺失", "is missing"));
    }

    Optional<StrictObject> object(String key) {
        return find(key).map(value -> new StrictObject(at(key), value));
    }

    /// The entries of a map whose keys are free.
    List<String> keys() {
        var keys = new ArrayList<String>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    Optional<String> text(String key) {
        return find(key).map(value -> textOf(key, value));
    }

    long whole(String key, long usual) {
        return find(key)
                .map(value -> {
                    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                        throw wrong(key, "不是整数", "is not a whole number");
                    }
                    return value.longValue();
                })
                .orElse(usual);
    }

    int count(String key, int usual) {
        long value = whole(key, usual);
        if (value != (int) value) {
            throw wrong(key, "过大", "is too large");
        }
        return (int) value;
    }

    boolean flag(String key, boolean usual) {
        return find(key)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw wrong(key, "须为 true 或 false", "is not true or false");
                    }
                    return value.booleanValue();
                })
                .orElse(usual);
    }

    /// A number, or a text that is one: money and epsilon are better written as texts.
    Optional<BigDecimal> decimal(String key) {
        return find(key)
                .map(value -> {
                    if (!value.isNumber() && !value.isTextual()) {
                        throw wrong(key, "不是数字", "is not a number");
                    }
                    try {
                        var number = new BigDecimal(value.asText());
                        if (Math.abs((long) number.scale()) > 30 || number.precision() > 30) {
                            throw wrong(key, "位数过多", "has too many digits");
                        }
                        return number;
                    } catch (NumberFormatException e) {
                        throw wrong(key, "不是数字", "is not a number");
                    }
                });
    }

    List<String> texts(String key) {
        return list(key, value -> textOf(key, value));
    }

    <T> List<T> list(String key, Function<JsonNode, T> read) {
        var all = new ArrayList<T>();
        find(key)
                .ifPresent(value -> {
                    if (!value.isArray()) {
                        throw wrong(key, "不是列表", "is not a list");
                    }
                    value.forEach(item -> all.add(read.apply(item)));
                });
        return all;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, Function<String, String> name) {
        return choice(key, textOf(key, need(key)), type, name);
    }

    <E extends Enum<E>> E choice(
            String key, String text, Class<E> type, Function<String, String> name) {
        for (E constant : type.getEnumConstants()) {
            if (name.apply(constant.name()).equals(text)) {
                return constant;
            }
        }
        throw wrong(key, "的值不认识：" + text, "has the unknown value " + text);
    }

    /// Refuses what nobody asked for.
    void end() {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                throw wrong(key, "不是已知的键", "is not known");
            }
        }
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private RulesException wrong(String key, String zh, String en) {
        return new RulesException(at(key) + " " + zh, at(key) + " " + en);
    }

    private String textOf(String key, JsonNode value) {
        if (!value.isTextual() || value.textValue().length() > 65_536) {
            throw wrong(key, "不是文本", "is not a text");
        }
        return value.textValue();
    }
}
