package io.databourse.sandbox.sql;

/// A column of the table at an index of the query's tables.
record ColumnRef(int table, String column) {}
