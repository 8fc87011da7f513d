package io.databourse.rest.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.call.Page;
import io.databourse.money.Money;
import io.databourse.money.Rational;
import io.databourse.pricing.book.PriceStep;
import io.databourse.rest.wire.RequiredFields;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// JSON Schemas of the records that travel. Each record and enum is described once, under its own
/// name, and referred to elsewhere.
final class Schemas {
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final ObjectNode components = JsonNodeFactory.instance.objectNode();

    ObjectNode components() {
        return components;
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case Class<?> raw -> ofClass(raw);
            case ParameterizedType generic -> ofGeneric(generic);
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0]);
            default -> object();
        };
    }

    private ObjectNode ofGeneric(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (raw == Page.class) {
            return page(arguments[0]);
        }
        if (Map.class.isAssignableFrom(raw)) {
            var map = typed("object");
            map.set("additionalProperties", of(arguments[1]));
            return map;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var list = array(of(arguments[0]));
            return Set.class.isAssignableFrom(raw) ? list.put("uniqueItems", true) : list;
        }
        return ofClass(raw);
    }

    private ObjectNode ofClass(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return typed("integer").put("format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return typed("integer").put("format", "int64");
        }
        if (type == double.class || type == Double.class) {
            return typed("number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == byte[].class) {
            return typed("string").put("format", "binary");
        }
        if (type.isArray()) {
            return array(of(type.getComponentType()));
        }
        return ofText(type)
                .or(() -> ofJsonValue(type))
                .orElseGet(() -> isDescribed(type) ? reference(type) : object());
    }

    private static Optional<ObjectNode> ofText(Class<?> type) {
        if (type == String.class) {
            return Optional.of(typed("string"));
        }
        if (type == Rational.class) {
            return Optional.of(
                    typed("string")
                            .put("pattern", "^-?\\d+(\\.\\d+|/\\d+)?$")
                            .put("example", "0.25"));
        }
        if (type == Instant.class) {
            return Optional.of(typed("string").put("format", "date-time"));
        }
        if (type == UUID.class) {
            return Optional.of(typed("string").put("format", "uuid"));
        }
        if (type == LocalDate.class) {
            return Optional.of(typed("string").put("format", "date"));
        }
        if (type == Duration.class) {
            return Optional.of(typed("string").put("format", "duration"));
        }
        if (type == YearMonth.class) {
            return Optional.of(typed("string").put("pattern", "^\\d{4}-\\d{2}$"));
        }
        if (type == PriceStep.class) {
            return Optional.of(
                    typed("string")
                            .put("title", "PriceStep")
                            .put("description", "one line of a price, see docs/pricing.md")
                            .put("example", "per-result 0.50 0.10 0"));
        }
        return Optional.empty();
    }

    /// A type that is written as one of its parts, such as an id.
    private Optional<ObjectNode> ofJsonValue(Class<?> type) {
        var fields =
                Arrays.stream(type.getDeclaredFields())
                        .filter(Schemas::isJsonValue)
                        .map(Field::getGenericType);
        var methods =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(Schemas::isJsonValue)
                        .map(Method::getGenericReturnType);
        return Stream.concat(fields, methods)
                .findFirst()
                .map(part -> of(part).put("title", type.getSimpleName()));
    }

    private static boolean isJsonValue(AnnotatedElement element) {
        return element.isAnnotationPresent(JsonValue.class);
    }

    private static boolean isDescribed(Class<?> type) {
        return type.isRecord() || type.isEnum() || type.isSealed();
    }

    private ObjectNode reference(Class<?> type) {
        var known = names.get(type);
        if (known == null) {
            known = freeName(type);
            names.put(type, known);
            components.set(known, describe(type));
        }
        return object().put("$ref", "#/components/schemas/" + known);
    }

    /// Two features may have a type of the same name; the later one gets its feature in front.
    private String freeName(Class<?> type) {
        var simple = type.getSimpleName();
        if (!names.containsValue(simple)) {
            return simple;
        }
        var path = type.getPackageName();
        var feature = path.substring(path.lastIndexOf('.') + 1);
        return Character.toUpperCase(feature.charAt(0)) + feature.substring(1) + simple;
    }

    private ObjectNode describe(Class<?> type) {
        if (type == Money.class) {
            return money();
        }
        if (type.isEnum()) {
            var choice = typed("string");
            var values = choice.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                values.add(((Enum<?>) constant).name());
            }
            return choice;
        }
        if (type.isRecord()) {
            return ofRecord(type);
        }
        var union = object();
        var choices = union.putArray("oneOf");
        for (var permitted : type.getPermittedSubclasses()) {
            choices.add(of(permitted));
        }
        return union;
    }

    private ObjectNode ofRecord(Class<?> type) {
        var schema = typed("object");
        var properties = schema.putObject("properties");
        var required = JsonNodeFactory.instance.arrayNode();
        var components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            properties.set(components[i].getName(), ofComponent(components[i]));
            if (RequiredFields.isRequired(type, i)) {
                required.add(components[i].getName());
            }
        }
        for (var method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(JsonProperty.class) && !isAccessor(type, method)) {
                properties.set(method.getName(), of(method.getGenericReturnType()));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static boolean isAccessor(Class<?> type, Method method) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.getAccessor().equals(method));
    }

    /// Text that is JSON already goes out as the JSON it is.
    private ObjectNode ofComponent(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonRawValue.class)
                ? object()
                : of(component.getGenericType());
    }

    private ObjectNode page(Type item) {
        var schema = typed("object");
        var properties = schema.putObject("properties");
        properties.set("items", array(of(item)));
        properties.set(
                "next",
                typed("string").put("description", "the cursor for `after`, if more exist"));
        schema.putArray("required").add("items");
        return schema;
    }

    private static ObjectNode money() {
        var schema = typed("object");
        var properties = schema.putObject("properties");
        properties.set(
                "amount",
                typed("string").put("pattern", "^-?\\d{1,18}(\\.\\d+)?$").put("example", "500.00"));
        properties.set("currency", typed("string").put("example", "CNY"));
        schema.putArray("required").add("amount").add("currency");
        return schema;
    }

    private static ObjectNode array(JsonNode items) {
        var list = typed("array");
        list.set("items", items);
        return list;
    }

    static ObjectNode typed(String type) {
        return object().put("type", type);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
