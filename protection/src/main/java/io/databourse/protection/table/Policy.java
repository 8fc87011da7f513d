package io.databourse.protection.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/// Reads policies, which are JSON, strictly: what is not known is refused, because a word that was
/// misspelt would otherwise protect nothing.
public final class Policy {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private Policy() {}

    public static <T> T read(Path file, Class<T> as) throws IOException {
        try {
            return MAPPER.readValue(Files.readString(file), as);
        } catch (JsonProcessingException e) {
            throw new TableException(
                    file.getFileName() + " is no such policy: " + e.getOriginalMessage());
        }
    }

    /// The places of the named columns in a table.
    public static int[] places(List<String> columns, List<String> named) throws TableException {
        for (String name : named) {
            if (!columns.contains(name)) {
                throw new TableException("the table has no column " + name);
            }
        }
        return named.stream().mapToInt(columns::indexOf).toArray();
    }

    /// Refuses a table with a column of which the policy says nothing.
    public static void complete(List<String> columns, List<List<String>> named)
            throws TableException {
        HashSet<String> rest = new HashSet<>(columns);
        named.forEach(rest::removeAll);
        if (!rest.isEmpty()) {
            throw new TableException(
                    "the policy says nothing of "
                            + String.join(", ", rest.stream().sorted().toList()));
        }
    }

    public static String text(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
