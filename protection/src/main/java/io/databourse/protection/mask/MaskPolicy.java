package io.databourse.protection.mask;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.databourse.protection.table.TableException;
import java.util.List;
import java.util.Map;

/// What becomes of each column of the tables.
///
/// @param columns every column of every table; one that is not named is refused
/// @param identifiers columns of which no value may occur anywhere in the copies
public record MaskPolicy(
        @JsonProperty(required = true) Map<String, ColumnMask> columns,
        @JsonProperty(required = true) List<String> identifiers) {
    public MaskPolicy {
        columns = Map.copyOf(columns);
        identifiers = List.copyOf(identifiers);
    }

    void check() throws TableException {
        for (String identifier : identifiers) {
            ColumnMask mask = columns.get(identifier);
            if (mask == null || !mask.hides()) {
                throw new TableException(
                        "the identifier " + identifier + " is not hidden by its method");
            }
        }
        long ways = columns.entrySet().stream().map(MaskPolicy::digits).distinct().count();
        long domains =
                columns.entrySet().stream()
                        .map(column -> digits(column).domain())
                        .distinct()
                        .count();
        if (ways > domains) {
            throw new TableException("columns of one domain must keep the same digits");
        }
        for (Map.Entry<String, ColumnMask> column : columns.entrySet()) {
            if (!isSound(column.getValue())) {
                throw new TableException(
                        "the method of " + column.getKey() + " has a number below its least");
            }
        }
    }

    /// With its domain; for every other method the same that no column has.
    private static ColumnMask.Digits digits(Map.Entry<String, ColumnMask> column) {
        if (column.getValue() instanceof ColumnMask.Digits(int prefix, int suffix, var domain)) {
            String name = domain == null ? column.getKey() : domain;
            return new ColumnMask.Digits(prefix, suffix, name);
        }
        return new ColumnMask.Digits(0, 0, "");
    }

    private static boolean isSound(ColumnMask mask) {
        return switch (mask) {
            case ColumnMask.Stars stars -> stars.keepPrefix() >= 0 && stars.keepSuffix() >= 0;
            case ColumnMask.Digits digits -> digits.keepPrefix() >= 0 && digits.keepSuffix() >= 0;
            case ColumnMask.Shift shift -> shift.days() > 0;
            case ColumnMask.Range range -> range.step().signum() > 0;
            case ColumnMask.Prefix prefix -> prefix.length() >= 0;
            case ColumnMask.Keep _,
                    ColumnMask.Token _,
                    ColumnMask.Day _,
                    ColumnMask.Suppress _,
                    ColumnMask.Constant _ ->
                    true;
        };
    }
}
