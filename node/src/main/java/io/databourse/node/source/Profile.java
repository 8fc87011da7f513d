package io.databourse.node.source;

import io.databourse.plugin.Schema;
import java.util.List;

/// All that others learn of a source before they buy: its shape, never a value.
///
/// @param rowCount exact
/// @param contentHash `sha256:<hex>` of the file's bytes
public record Profile(
        String source,
        long rowCount,
        String contentHash,
        SourceFormat format,
        List<Schema.Column> columns) {
    public Profile {
        columns = List.copyOf(columns);
    }
}
