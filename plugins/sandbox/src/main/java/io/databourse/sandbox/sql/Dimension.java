package io.databourse.sandbox.sql;

/// What a query groups by or has conditions on.
record Dimension(ColumnRef column, Bucket bucket) {}
