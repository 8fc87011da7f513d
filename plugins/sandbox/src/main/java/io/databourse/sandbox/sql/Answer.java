package io.databourse.sandbox.sql;

/// What a buyer gets for a query.
public sealed interface Answer {

    /// The rows that the rules let out.
    record Table(ResultTable table) implements Answer {}

    /// The query breaks a rule; nothing was read.
    record Refused(Rule rule, String detail) implements Answer {}

    /// The query is within the rules and failed all the same.
    record Failed(Failure failure) implements Answer {}
}
