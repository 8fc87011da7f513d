package io.databourse.node.source;

import io.databourse.plugin.Schema;
import java.util.Locale;

/// How the types of a schema and those of DuckDB correspond.
final class SqlTypes {
    private SqlTypes() {}

    static String of(Schema.Type type) {
        return switch (type) {
            case STRING -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    /// Numbers that may not fit into 64 bits are DECIMAL; what has no type of ours is text.
    static Schema.Type typeOf(String sqlType) {
        var name = sqlType.toUpperCase(Locale.ROOT);
        if (name.startsWith("DECIMAL")) {
            return Schema.Type.DECIMAL;
        }
        return switch (name) {
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                    Schema.Type.INTEGER;
            case "UBIGINT", "HUGEINT", "UHUGEINT", "FLOAT", "DOUBLE" -> Schema.Type.DECIMAL;
            case "DATE" -> Schema.Type.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
                    Schema.Type.TIMESTAMP;
            case "BOOLEAN" -> Schema.Type.BOOLEAN;
            default -> Schema.Type.STRING;
        };
    }
}
