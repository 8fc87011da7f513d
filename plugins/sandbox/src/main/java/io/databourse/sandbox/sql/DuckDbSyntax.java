package io.databourse.sandbox.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// DuckDB's parser in an empty database that can reach nothing.
public final class DuckDbSyntax implements SyntaxTrees, AutoCloseable {
    private static final List<String> EMPTY_AND_LOCKED =
            List.of(
                    "SET threads = 1",
                    "SET memory_limit = '64MB'",
                    "SET temp_directory = ''",
                    "SET enable_external_access = false",
                    "SET lock_configuration = true");
    private static final String SERIALIZE =
            "SELECT json_serialize_sql(?::VARCHAR, skip_null := false, skip_empty := false,"
                    + " skip_default := false)";

    private final Connection connection;
    private final PreparedStatement serialize;

    public DuckDbSyntax() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                for (String sql : EMPTY_AND_LOCKED) {
                    statement.execute(sql);
                }
            }
            serialize = connection.prepareStatement(SERIALIZE);
        } catch (SQLException e) {
            throw new SandboxTrouble("the parser does not start", e);
        }
    }

    @Override
    public synchronized String tree(String sql) {
        try {
            serialize.setString(1, sql);
            try (ResultSet rows = serialize.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new SandboxTrouble("the parser failed", e);
        }
    }

    @Override
    public void close() {
        try {
            serialize.close();
            connection.close();
        } catch (SQLException e) {
            throw new SandboxTrouble("the parser does not stop", e);
        }
    }
}
