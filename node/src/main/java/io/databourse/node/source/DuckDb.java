package io.databourse.node.source;

import io.databourse.node.NodeFailure;
import io.databourse.plugin.Outcome.Blame;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/// A fresh DuckDB in memory for one look at one file. It may read that file and its own temporary
/// folder and nothing else, loads no extension, and keeps within its memory.
final class DuckDb {
    private DuckDb() {}

    static Connection open(Source source, SourceLimits limits) {
        var properties = new Properties();
        properties.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        properties.setProperty("threads", Integer.toString(limits.threads()));
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("temp_directory", limits.temporary().toString());
        // Rows of a set have no order, and keeping one costs memory.
        properties.setProperty("preserve_insertion_order", "false");
        try {
            var connection = DriverManager.getConnection("jdbc:duckdb:", properties);
            try (var statement = connection.createStatement()) {
                lockDown(statement, source.path());
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw new NodeFailure("SOURCE_UNREADABLE", Blame.RESOURCES, "DuckDB did not start", e);
        }
    }

    private static void lockDown(Statement statement, Path path) throws SQLException {
        statement.execute("SET allowed_paths = [" + literal(path.toString()) + "]");
        statement.execute("SET enable_external_access = false");
        statement.execute("SET lock_configuration = true");
    }

    /// A text literal of SQL.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// A quoted name of SQL.
    static String name(String column) {
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }
}
