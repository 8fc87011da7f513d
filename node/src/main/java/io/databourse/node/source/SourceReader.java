package io.databourse.node.source;

import io.databourse.crypto.Digest;
import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChunkWriter;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBPreparedStatement;

/// Reads sources with DuckDB: what they look like, and what a job may have of them.
public final class SourceReader {
    private final SourceLimits limits;

    /// By content hash: the same bytes have the same profile, and finding types reads every row.
    private final Map<String, Profile> profiles = new ConcurrentHashMap<>();

    public SourceReader(SourceLimits limits) {
        this.limits = limits;
    }

    /// Looks at every row.
    ///
    /// @throws NodeFailure SOURCE_MALFORMED with the line of the first broken row that was met;
    ///   SOURCE_UNREADABLE
    public Profile profile(Source source) {
        var hash = contentHash(source);
        var known = profiles.get(hash);
        if (known == null) {
            var found = inspect(source);
            known = new Profile("", found.rows(), hash, source.format(), found.columns());
            profiles.put(hash, known);
        }
        return new Profile(source.name(), known.rowCount(), hash, source.format(), known.columns());
    }

    /// `sha256:<hex>` of the file as it is now.
    public String contentHash(Source source) {
        try {
            return Digest.sha256(source.path()).toString();
        } catch (IOException e) {
            throw SourceTrouble.unreadable(source, e);
        }
    }

    /// Writes the selected columns of the selected rows into a chunk file.
    ///
    /// @throws NodeFailure as [#profile], and COLUMN_UNKNOWN, VALUE_INVALID
    public Extract extract(Source source, Selection selection, Path chunkFile) {
        var columns =
                selection.columns().stream()
                        .map(name -> new Schema.Column(name, Schema.Type.STRING, true))
                        .toList();
        return extract(source, selection, new Schema(columns), chunkFile);
    }

    /// The same, with each column in the type that its profile says.
    public Extract extractTyped(Source source, Selection selection, Path chunkFile) {
        var profile = new Schema(profile(source).columns());
        checkNames(selection, profile.columns().stream().map(Schema.Column::name).toList());
        return extract(source, selection, profile.select(selection.columns()), chunkFile);
    }

    private Extract extract(Source source, Selection selection, Schema schema, Path chunkFile) {
        try (var connection = DuckDb.open(source, limits)) {
            var table = table(connection, source, selection);
            var where = ConditionSql.of(selection.conditions(), table.types());
            var sql =
                    schema.columns().stream()
                                    .map(column -> expression(column, selection))
                                    .collect(Collectors.joining(", ", "SELECT ", ""))
                            + " FROM "
                            + table.from()
                            + where.where();
            return new Extract(schema, copy(connection, sql, where.values(), schema, chunkFile));
        } catch (SQLException e) {
            throw SourceTrouble.of(source, e);
        } catch (IOException e) {
            throw new NodeFailure(
                    "WORKSPACE_UNUSABLE", Blame.RESOURCES, "the input cannot be written", e);
        }
    }

    private static String expression(Schema.Column column, Selection selection) {
        var name = DuckDb.name(column.name());
        return switch (column.type()) {
            case STRING -> text(name, selection.joinColumns().contains(column.name()));
            case INTEGER -> "CAST(" + name + " AS BIGINT)";
            case DECIMAL -> "CAST(" + name + " AS DOUBLE)";
            case DATE -> "CAST(CAST(" + name + " AS DATE) - DATE '1970-01-01' AS BIGINT)";
            case TIMESTAMP -> "epoch_us(CAST(" + name + " AS TIMESTAMP))";
            case BOOLEAN -> "CAST(CAST(" + name + " AS BOOLEAN) AS BIGINT)";
        };
    }

    private static String text(String name, boolean join) {
        var text = "CAST(" + name + " AS VARCHAR)";
        return join ? "nullif(trim(" + text + "), '')" : text;
    }

    /// What is kept of a source for dry runs: besides the profile how many values and NULLs there
    /// are, and of some columns the frequent values.
    public KeptProfile keep(Source source, Set<String> valuesOf) {
        var profile = profile(source);
        try (var connection = DuckDb.open(source, limits)) {
            var from =
                    switch (source.format()) {
                        case CSV -> CsvFile.open(source).sql(Map.of());
                        case PARQUET -> ParquetFile.sql(source);
                    };
            return KeptProfile.look(connection, from, profile, valuesOf);
        } catch (SQLException e) {
            throw SourceTrouble.of(source, e);
        }
    }

    private static long copy(
            Connection connection, String sql, List<String> values, Schema schema, Path file)
            throws SQLException, IOException {
        try (var statement =
                        connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
                var writer = new ChunkWriter(file, schema)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            try (var result = statement.query()) {
                var copy = new VectorCopy(schema, writer);
                while (result.nextChunk()) {
                    copy.append(result.chunk());
                }
                copy.flush();
            }
            return writer.rows();
        }
    }

    private TypeDetection.Found inspect(Source source) {
        try (var connection = DuckDb.open(source, limits)) {
            return switch (source.format()) {
                case CSV -> {
                    var file = CsvFile.open(source);
                    yield TypeDetection.detect(connection, file, file.columns());
                }
                case PARQUET -> ParquetFile.inspect(connection, source);
            };
        } catch (SQLException e) {
            throw SourceTrouble.of(source, e);
        }
    }

    /// @param types of the columns that have conditions
    private record Table(String from, Map<String, Schema.Type> types) {}

    private Table table(Connection connection, Source source, Selection selection)
            throws SQLException {
        return switch (source.format()) {
            case CSV -> csvTable(connection, source, selection);
            case PARQUET -> {
                var columns = ParquetFile.inspect(connection, source).columns();
                checkNames(selection, columns.stream().map(Schema.Column::name).toList());
                yield new Table(ParquetFile.sql(source), ConditionSql.types(columns));
            }
        };
    }

    private Table csvTable(Connection connection, Source source, Selection selection)
            throws SQLException {
        var file = CsvFile.open(source);
        checkNames(selection, file.columns());
        var conditionColumns =
                selection.conditions().stream().map(Condition::column).distinct().toList();
        if (conditionColumns.isEmpty()) {
            return new Table(file.sql(Map.of()), Map.of());
        }
        var known = profiles.get(contentHash(source));
        var columns =
                known == null
                        ? TypeDetection.detect(connection, file, conditionColumns).columns()
                        : known.columns();
        var types = ConditionSql.types(columns);
        // Read in their type what nobody gets as text: DuckDB then parses each value once.
        var typed =
                conditionColumns.stream()
                        .filter(column -> !selection.columns().contains(column))
                        .collect(
                                Collectors.toMap(
                                        column -> column,
                                        column -> types.getOrDefault(column, Schema.Type.STRING)));
        return new Table(file.sql(typed), types);
    }

    private static void checkNames(Selection selection, List<String> names) {
        var used = new ArrayList<>(selection.columns());
        selection.conditions().forEach(condition -> used.add(condition.column()));
        for (var column : used) {
            if (!names.contains(column)) {
                throw new NodeFailure(
                        "COLUMN_UNKNOWN", Blame.CALLER, "there is no column " + column);
            }
        }
    }
}
