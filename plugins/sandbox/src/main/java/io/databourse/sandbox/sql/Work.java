package io.databourse.sandbox.sql;

/// What a worker is for. One that parses sees no data, and one that sees data reads no buyer's
/// text.
public enum Work {
    PARSE,
    QUERY
}
