package io.databourse.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The keys, indexes and references of tables, which are taken away while many rows are filled in
/// and are then made again, word for word as the catalogue had them. Keeping them row by row was
/// most of what filling cost.
///
/// An index that is made at once has fuller pages than one that grew. That says nothing of rows
/// that come later only if their keys lie beside those of the rows filled in, and not between.
final class LaidAside {
    /// References come first, since the keys that they refer to cannot go before them.
    private static final String PARTS =
            """
            select conrelid::regclass::text as of_table, case contype when 'f' then 0 else 1 end,
                conname as part, format('alter table %s drop constraint %I', conrelid::regclass, conname),
                format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                    pg_get_constraintdef(oid))
            from pg_constraint where contype in ('p', 'u', 'f')
                and (conrelid = any(?::regclass[]) or confrelid = any(?::regclass[]))
            union all
            select indrelid::regclass::text, 1, indexrelid::regclass::text,
                format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index where indrelid = any(?::regclass[]) and not exists (
                select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
            order by 2, 1, 3
            """;

    private final List<Part> parts;

    private LaidAside(List<Part> parts) {
        this.parts = parts;
    }

    /// @param drop takes it away
    /// @param make makes it again
    private record Part(String table, boolean isReference, String drop, String make) {}

    static LaidAside of(Connection connection, List<String> tables) throws SQLException {
        LaidAside aside = new LaidAside(parts(connection, tables));
        for (Part part : aside.parts) {
            run(connection, part.drop());
        }
        return aside;
    }

    /// What belongs to one table; others may be filled at the same time.
    void restoreKeys(Connection connection, String table) throws SQLException {
        run(connection, "set maintenance_work_mem = '512MB'");
        for (Part part : parts) {
            if (!part.isReference() && part.table().equals(table)) {
                run(connection, part.make());
            }
        }
        run(connection, "reset maintenance_work_mem");
    }

    /// When all have their keys again.
    ///
    /// @throws IllegalStateException if anything is not as it was before
    void restoreReferences(Connection connection, List<String> tables) throws SQLException {
        for (Part part : parts) {
            if (part.isReference()) {
                run(connection, part.make());
            }
        }
        if (!parts(connection, tables).equals(parts)) {
            throw new IllegalStateException("the tables are not what they were: " + parts);
        }
    }

    private static List<Part> parts(Connection connection, List<String> tables)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARTS)) {
            for (int i = 1; i <= 3; i++) {
                statement.setArray(i, connection.createArrayOf("text", tables.toArray()));
            }
            List<Part> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Part(
                                    rows.getString(1),
                                    rows.getInt(2) == 0,
                                    rows.getString(4),
                                    rows.getString(5)));
                }
            }
            return found;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
