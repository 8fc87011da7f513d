package io.databourse.membership;

/// A data source as its node names it.
///
/// @param kind CSV or PARQUET
public record SourceCard(String name, String kind, String description) {}
