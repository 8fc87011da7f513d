package io.databourse.protection.watermark;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.databourse.protection.table.TableException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a watermark may change.
///
/// @param key columns that name a row and are not changed, such as its number
/// @param columns for each column that tolerates it the unit by which a value may be off
/// @param every one row in so many is marked
public record WatermarkPolicy(List<String> key, Map<String, Column> columns, int every) {
    /// @param unit such as 0.01: a marked value is off by one unit or not at all
    /// @param minimum no marked value is below it
    /// @param maximum no marked value is above it
    public record Column(
            @JsonProperty(required = true) BigDecimal unit,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {}

    public WatermarkPolicy {
        key = List.copyOf(key);
        columns = Map.copyOf(columns);
        every = Math.max(1, every);
    }

    /// Sorted: the place of a column is part of the marks.
    TreeMap<String, Column> sorted() {
        return new TreeMap<>(columns);
    }

    /// Where the columns that carry marks are in a table, less than 0 for one that is missing.
    int[] places(List<String> table) throws TableException {
        int[] places = sorted().keySet().stream().mapToInt(table::indexOf).toArray();
        if (Arrays.stream(places).allMatch(place -> place < 0)) {
            throw new TableException("the table has none of the columns that carry marks");
        }
        return places;
    }

    /// Refuses what cannot carry a mark.
    void check() throws TableException {
        if (columns.isEmpty()) {
            throw new TableException(
                    "no column of this table may be changed, so it cannot carry a watermark");
        }
        if (key.isEmpty() || key.stream().anyMatch(columns::containsKey)) {
            throw new TableException(
                    "a watermark needs a key: columns that name a row and are not changed");
        }
        for (Column column : columns.values()) {
            if (column.unit().signum() <= 0) {
                throw new TableException("the unit of a watermark is more than zero");
            }
        }
    }
}
