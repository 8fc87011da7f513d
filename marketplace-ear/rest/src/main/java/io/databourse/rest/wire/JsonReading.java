package io.databourse.rest.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a request body and, where it cannot, says which field is wrong and what is allowed there.
final class JsonReading {
    private JsonReading() {}

    static Object read(byte[] body, Type type) throws java.io.IOException {
        try {
            var javaType = ApiJson.MAPPER.constructType(type);
            Object value = ApiJson.MAPPER.readValue(body, javaType);
            if (value == null) {
                throw missing();
            }
            return value;
        } catch (JsonProcessingException e) {
            throw explain(e);
        }
    }

    static Refusal missing() {
        return Refusal.of(ErrorCode.MALFORMED_REQUEST, "A JSON body is missing.");
    }

    private static Refusal explain(JsonProcessingException e) {
        return switch (e) {
            case StreamReadException s -> malformed(s);
            case UnrecognizedPropertyException u -> unknown(u);
            case ValueInstantiationException v -> refusedByType(v);
            case MismatchedInputException m -> mismatched(m);
            case JsonMappingException m when m.getCause() instanceof StreamReadException s ->
                    malformed(s);
            case JsonMappingException m -> refusedByType(m);
            default -> Refusal.of(ErrorCode.MALFORMED_REQUEST, "The body is not JSON.");
        };
    }

    private static Refusal malformed(StreamReadException e) {
        var place = e.getLocation();
        var where =
                place == null
                        ? ""
                        : " from line " + place.getLineNr() + ", column " + place.getColumnNr();
        return Refusal.of(ErrorCode.MALFORMED_REQUEST, "The body is not JSON" + where + ".");
    }

    private static Refusal unknown(UnrecognizedPropertyException e) {
        var known =
                e.getKnownPropertyIds() == null
                        ? ""
                        : e.getKnownPropertyIds().stream()
                                .map(Object::toString)
                                .sorted()
                                .collect(Collectors.joining(", "));
        return Inputs.invalid(pointer(e), "is unknown", known);
    }

    /// A constructor said no: its words are meant for people, but only if it is one of ours.
    private static Refusal refusedByType(JsonMappingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return Inputs.invalid(pointer(e), cause.getMessage(), "");
            }
        }
        return Inputs.invalid(pointer(e), "has a value that is not allowed", "");
    }

    private static Refusal mismatched(MismatchedInputException e) {
        var message = Objects.requireNonNullElse(e.getOriginalMessage(), "");
        var allowed = allowed(e.getTargetType());
        if (e instanceof InvalidNullException || message.startsWith("Missing required")) {
            return Inputs.invalid(pointer(e), "is missing", "");
        }
        if (message.startsWith("No content")) {
            return missing();
        }
        return Inputs.invalid(pointer(e), "has a value that is not allowed", allowed);
    }

    private static String allowed(@Nullable Class<?> type) {
        if (type == null) {
            return "";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }
        return switch (type) {
            case Class<?> t when t == int.class || t == long.class -> "an integer";
            case Class<?> t when t == Integer.class || t == Long.class -> "an integer";
            case Class<?> t when t == boolean.class || t == Boolean.class -> "true or false";
            case Class<?> t when t == String.class -> "a string";
            case Class<?> t when t == Instant.class -> "a time as in RFC 3339, with zone";
            case Class<?> t when java.util.Collection.class.isAssignableFrom(t) -> "a list";
            case Class<?> t when t.isRecord() -> "an object, or the string of an id";
            default -> "";
        };
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null
                                ? "/" + step.getIndex()
                                : "/" + step.getFieldName())
                .collect(Collectors.joining());
    }
}
