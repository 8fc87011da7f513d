package io.databourse.sandbox.sql;

/// A number about the rows of a group.
sealed interface Measure {
    /// How many rows there are.
    record Rows() implements Measure {}

    /// How many rows have the column.
    record Count(ColumnRef column) implements Measure {}

    /// How many distinct entities a table's rows are about.
    record Entities(int table) implements Measure {}

    record Sum(ColumnRef column) implements Measure {}

    record Mean(ColumnRef column) implements Measure {}
}
