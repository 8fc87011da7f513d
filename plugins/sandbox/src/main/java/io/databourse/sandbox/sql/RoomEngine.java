package io.databourse.sandbox.sql;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// DuckDB inside a room: loads the permitted files, locks itself, and runs one query.
///
/// The lock keeps honest queries honest. What keeps hostile ones in is the room: this engine's
/// memory limit and time-out leak, and its makers do not call crafted files a vulnerability.
final class RoomEngine implements AutoCloseable {
    private static final List<String> BEFORE_DATA =
            List.of(
                    "SET autoinstall_known_extensions = false",
                    "SET autoload_known_extensions = false",
                    "SET allow_community_extensions = false",
                    "SET allow_unsigned_extensions = false",
                    "SET allow_persistent_secrets = false",
                    "SET preserve_insertion_order = false",
                    "SET temp_directory = ''");
    private static final List<String> AFTER_DATA =
            List.of("SET enable_external_access = false", "SET lock_configuration = true");

    private final Connection connection;

    private RoomEngine(Connection connection) {
        this.connection = connection;
    }

    /// @param memoryMegabytes less than the room's limit by what the JVM takes
    static RoomEngine start(int threads, int memoryMegabytes) {
        try {
            var engine = new RoomEngine(DriverManager.getConnection("jdbc:duckdb:"));
            engine.execute(BEFORE_DATA);
            engine.execute(
                    List.of(
                            "SET threads = " + threads,
                            "SET memory_limit = '" + memoryMegabytes + "MB'"));
            return engine;
        } catch (SQLException e) {
            throw new SandboxTrouble("the engine does not start", e);
        }
    }

    /// Writes a table, or throws the class of what went wrong.
    void run(Wire.Request request, DataOutputStream out) throws RoomFailure, IOException {
        open(request.files());
        answer(request, out);
    }

    /// Without loading anything, and without the lock.
    void answer(Wire.Request request, DataOutputStream out) throws RoomFailure, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(request.sql())) {
            new TableWriter(request.limits()).write(rows, out);
        } catch (SQLException e) {
            throw new RoomFailure(classOf(e, Failure.ENGINE));
        }
    }

    /// Loads and locks.
    void open(List<TableFile> files) throws RoomFailure {
        try {
            load(files);
            execute(List.of("SET allowed_paths = " + allowed(files)));
            execute(AFTER_DATA);
        } catch (SQLException e) {
            throw new RoomFailure(classOf(e, Failure.DATA));
        }
    }

    void load(List<TableFile> files) throws SQLException, RoomFailure {
        for (TableFile file : files) {
            execute(List.of(load(file)));
            check(file);
        }
    }

    private static String allowed(List<TableFile> files) {
        return files.stream()
                .filter(file -> file.format() == TableFile.Format.PARQUET)
                .map(file -> path(file.file()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String path(Path path) {
        return Quoting.text(path.toString());
    }

    private static String load(TableFile file) {
        String names =
                file.columns().keySet().stream()
                        .map(Quoting::name)
                        .collect(Collectors.joining(", "));
        return switch (file.format()) {
            case PARQUET ->
                    "CREATE VIEW %s AS SELECT %s FROM read_parquet(%s)"
                            .formatted(Quoting.name(file.name()), names, path(file.file()));
            case CSV ->
                    "CREATE TABLE %s AS SELECT %s FROM read_csv(%s, header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {%s})"
                            .formatted(
                                    Quoting.name(file.name()),
                                    names,
                                    path(file.file()),
                                    declared(file.columns()));
        };
    }

    private static String declared(Map<String, Type> columns) {
        return columns.entrySet().stream()
                .map(entry ->
                        Quoting.text(entry.getKey())
                                + ": "
                                + Quoting.text(csvType(entry.getValue())))
                .collect(Collectors.joining(", "));
    }

    private static String csvType(Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(38, 9)";
            case DOUBLE -> "DOUBLE";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    /// A column that holds something else than was declared would make comparisons convert rows.
    private void check(TableFile file) throws SQLException, RoomFailure {
        var found = new ArrayList<Type>();
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery(
                                "SELECT * FROM " + Quoting.name(file.name()) + " LIMIT 0")) {
            var metadata = none.getMetaData();
            for (int c = 1; c <= metadata.getColumnCount(); c++) {
                found.add(TableWriter.type(metadata.getColumnTypeName(c)));
            }
        }
        if (!found.equals(List.copyOf(file.columns().values()))) {
            throw new RoomFailure(Failure.DATA);
        }
    }

    private static Failure classOf(SQLException e, Failure usual) {
        String text = String.valueOf(e.getMessage());
        return text.startsWith("Out of Memory") ? Failure.MEMORY : usual;
    }

    /// For what a hostile query could try after the lock.
    Connection connection() {
        return connection;
    }

    void execute(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SandboxTrouble("the engine does not stop", e);
        }
    }
}
