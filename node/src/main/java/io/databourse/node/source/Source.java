package io.databourse.node.source;

import java.nio.file.Path;
import java.util.Locale;

/// One data source, 数据源, of the party: a file that stays where it lies.
///
/// @param path a CSV file with a header, or a Parquet file, told apart by the name's end
/// @param tellsMatches whether who sells data may be told which of its rows match this source,
///   where its owner buys
public record Source(String name, Path path, String description, boolean tellsMatches) {
    public Source(String name, Path path, String description) {
        this(name, path, description, false);
    }

    public SourceFormat format() {
        var file = path.toString().toLowerCase(Locale.ROOT);
        return file.endsWith(".parquet") ? SourceFormat.PARQUET : SourceFormat.CSV;
    }
}
