package io.databourse.protection.mask;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Masks a table's rows while somebody reads them, 动态脱敏. Each row is masked by itself, so any part
/// of a table shows the same masks as the whole.
///
/// It fails closed: of a column that the policy does not name, only what can hardly be about a
/// person is shown as it is, which is small numbers and dates; a value that a method cannot take is
/// left out, and so is a column whose method needs another one that the table lacks.
public final class DynamicMask {
    private final List<String> columns = new ArrayList<>();
    private final List<CellMask> masks = new ArrayList<>();

    private DynamicMask() {}

    /// What becomes of columns by name. It serves tables of many forms, so naming a column that a
    /// table lacks is no mistake.
    public record Policy(@JsonProperty(required = true) Map<String, ColumnMask> columns) {
        /// Names no column: their look decides.
        public static final Policy NONE = new Policy(Map.of());

        public Policy {
            columns = Map.copyOf(columns);
        }

        /// @throws TableException if a method has a number below its least, or columns of one
        ///   domain keep different digits
        public void check() throws TableException {
            forTable().check();
        }

        private MaskPolicy forTable() {
            return new MaskPolicy(columns, List.of());
        }
    }

    /// @param key of the masks that depend on one; the same key gives the same masks
    /// @param columns of the table
    public static DynamicMask of(Policy policy, ProtectionKey key, List<String> columns) {
        var mask = new DynamicMask();
        var named =
                new CellMasks(
                        policy.forTable(),
                        key,
                        new Originals(),
                        new HashMap<>(),
                        List.copyOf(columns));
        for (var column : columns) {
            mask.columns.add(AnyText.isLong(column) ? new AnyText("").masked(column) : column);
            mask.masks.add(
                    policy.columns().containsKey(column)
                            ? named(named, column)
                            : new AnyText(column));
        }
        return mask;
    }

    private static CellMask named(CellMasks masks, String column) {
        try {
            return masks.of(column);
        } catch (TableException _) {
            return (_, _) -> Optional.empty();
        }
    }

    /// The table's columns; a name that looks like somebody's number is masked too, as tables that
    /// were turned on their side have such names.
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /// @param row as many cells as the table has columns
    public List<String> mask(List<String> row) {
        var cells = new ArrayList<String>(row.size());
        for (int i = 0; i < row.size(); i++) {
            var value = row.get(i);
            cells.add(value.isEmpty() ? value : masks.get(i).mask(value, row).orElse(""));
        }
        return cells;
    }
}
