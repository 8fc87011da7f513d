package io.databourse.sandbox.sql;

import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a result as columns; see [TableReader].
final class TableWriter {
    private final Plan.Limits limits;
    private long bytes;

    TableWriter(Plan.Limits limits) {
        this.limits = limits;
    }

    void write(ResultSet rows, DataOutputStream out) throws SQLException, IOException, RoomFailure {
        var types = new ArrayList<Type>();
        for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
            types.add(type(rows.getMetaData().getColumnTypeName(c)));
        }
        List<List<Object>> columns = new ArrayList<>();
        types.forEach(type -> columns.add(new ArrayList<>()));
        int count = 0;
        while (rows.next()) {
            if (++count > limits.rows()) {
                throw new RoomFailure(Failure.TOO_MANY_ROWS);
            }
            for (int c = 0; c < types.size(); c++) {
                columns.get(c).add(value(rows, c + 1, types.get(c)));
            }
        }
        out.writeByte(Wire.TABLE);
        out.writeInt(types.size());
        out.writeInt(count);
        for (int c = 0; c < types.size(); c++) {
            write(types.get(c), columns.get(c), out);
        }
    }

    /// A missing value is [Absent#MISSING], because a list cannot say it otherwise.
    private Object value(ResultSet rows, int column, Type type) throws SQLException, RoomFailure {
        Object value =
                switch (type) {
                    case INTEGER -> rows.getLong(column);
                    case DOUBLE -> rows.getDouble(column);
                    default -> orMissing(rows.getString(column));
                };
        bytes += value instanceof String text ? text.length() * 2L : Long.BYTES;
        if (bytes > limits.bytes()) {
            throw new RoomFailure(Failure.TOO_LARGE);
        }
        return rows.wasNull() ? Absent.MISSING : value;
    }

    private enum Absent {
        MISSING
    }

    private static Object orMissing(@Nullable String text) {
        return text == null ? Absent.MISSING : text;
    }

    private static void write(Type type, List<Object> values, DataOutputStream out)
            throws IOException {
        Wire.write(out, type.name());
        for (Object value : values) {
            out.writeBoolean(value instanceof Absent);
            switch (value) {
                case Long number -> out.writeLong(number);
                case Double number -> out.writeDouble(number);
                case String text -> Wire.write(out, text);
                default -> {}
            }
        }
    }

    /// The type of a DuckDB column.
    static Type type(String name) throws RoomFailure {
        return switch (name) {
            case "VARCHAR" -> Type.TEXT;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
                    Type.INTEGER;
            case "FLOAT", "DOUBLE" -> Type.DOUBLE;
            case "HUGEINT", "UBIGINT" -> Type.DECIMAL;
            case "DATE" -> Type.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Type.TIMESTAMP;
            case "BOOLEAN" -> Type.BOOLEAN;
            default -> {
                if (!name.startsWith("DECIMAL")) {
                    throw new RoomFailure(Failure.ENGINE);
                }
                yield Type.DECIMAL;
            }
        };
    }
}
