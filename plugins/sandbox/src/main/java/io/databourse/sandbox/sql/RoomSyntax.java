package io.databourse.sandbox.sql;

/// DuckDB's parser in a room of its own, without data: what broke out of the parser would find
/// nothing.
public final class RoomSyntax implements SyntaxTrees {
    private final WorkerCall call;

    public RoomSyntax(Workers workers) {
        this.call = new WorkerCall(workers);
    }

    @Override
    public String tree(String sql) {
        return call.tree(sql);
    }
}
