package io.databourse.sandbox.sql;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The projected, filtered copy of a granted table.
///
/// @param name as in [GovernedTable]
/// @param columns all of the file's columns, in its order; a CSV file has a line of names
public record TableFile(String name, Path file, Format format, SequencedMap<String, Type> columns) {
    /// How the file is written. Parquet is read as the query goes, CSV is loaded first.
    public enum Format {
        PARQUET,
        CSV
    }

    public TableFile {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }
}
