package io.databourse.registration;

/// A column as the node found it.
///
/// @param type STRING, INTEGER, DECIMAL, DATE, TIMESTAMP or BOOLEAN
public record Column(String name, String type, boolean nullable) {}
