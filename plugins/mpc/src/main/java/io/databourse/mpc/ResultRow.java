package io.databourse.mpc;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import java.util.ArrayList;
import java.util.List;

/// A result of one row.
public final class ResultRow {
    private static final long[] NO_NULLS = {};

    private final List<Schema.Column> columns = new ArrayList<>();
    private final List<Chunk.Column> values = new ArrayList<>();

    public ResultRow whole(String name, long value) {
        columns.add(new Schema.Column(name, Schema.Type.INTEGER, false));
        values.add(new Chunk.Longs(new long[] {value}, NO_NULLS));
        return this;
    }

    public ResultRow text(String name, byte[] utf8) {
        columns.add(new Schema.Column(name, Schema.Type.STRING, false));
        values.add(new Chunk.Bytes(utf8, new int[] {0, utf8.length}, NO_NULLS));
        return this;
    }

    public void write(PartyContext context) throws InterruptedException {
        var sink = context.result(PartyContext.RESULT);
        sink.begin(new Schema(columns));
        sink.write(new Chunk(1, values));
    }
}
