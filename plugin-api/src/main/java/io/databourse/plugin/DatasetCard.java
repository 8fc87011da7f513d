package io.databourse.plugin;

import java.util.List;
import java.util.Map;

/// What a planner knows of a data set: never a row of it.
///
/// @param rowCount rows before the contract's conditions are applied, so an upper bound
/// @param columns the columns that the job names, by use; see [TaskCard.ColumnUse]
public record DatasetCard(Schema schema, long rowCount, Map<String, List<String>> columns) {
    public DatasetCard {
        columns = Map.copyOf(columns);
        if (rowCount < 0) {
            throw new IllegalArgumentException("rowCount is negative: " + rowCount);
        }
    }

    /// The columns named for this use; empty if there are none.
    public List<String> columns(String use) {
        return columns.getOrDefault(use, List.of());
    }
}
