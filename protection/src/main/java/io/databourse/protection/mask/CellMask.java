package io.databourse.protection.mask;

import java.util.List;
import java.util.Optional;

/// Masks one cell of a row.
interface CellMask {
    /// @return nothing for a value that the method cannot take; it is then left out of the copy
    /// @param value never empty
    Optional<String> mask(String value, List<String> row);
}
