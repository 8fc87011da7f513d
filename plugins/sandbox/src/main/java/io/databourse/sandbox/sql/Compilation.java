package io.databourse.sandbox.sql;

/// What became of a query before any row was read.
public sealed interface Compilation {

    /// A query within the rules.
    record Compiled(Plan plan) implements Compilation {}

    /// A query that breaks a rule.
    ///
    /// @param detail the word of the query that it is about; never anything of the data
    record Refused(Rule rule, String detail) implements Compilation {}
}
