package io.databourse.sandbox.sql;

/// Where syntax trees come from: DuckDB's own parser, far from any data.
public interface SyntaxTrees {
    /// The tree as `json_serialize_sql` writes it, with all keys.
    ///
    /// @throws SandboxTrouble where the parser is broken or gone; a text that it cannot parse is a
    ///   tree that says so
    String tree(String sql);
}
