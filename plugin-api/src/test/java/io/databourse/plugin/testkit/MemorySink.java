package io.databourse.plugin.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.ResultSink;
import io.databourse.plugin.Schema;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A result in memory.
public final class MemorySink implements ResultSink {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private @Nullable String mediaType;
    private boolean begun;
    private boolean awaited;

    public List<List<@Nullable Object>> rows() {
        return rows;
    }

    boolean begun() {
        return begun;
    }

    /// Whether the program said that reviewers elsewhere hold the result.
    public boolean awaited() {
        return awaited;
    }

    /// The result, where it is a file.
    public Optional<MemoryFile> written() {
        return Optional.ofNullable(mediaType).map(type -> new MemoryFile(type, file.toByteArray()));
    }

    @Override
    public void begin(Schema schema) {
        if (begun) {
            throw new IllegalStateException("the result has begun already");
        }
        begun = true;
    }

    @Override
    public void write(Chunk chunk) {
        if (!begun) {
            throw new IllegalStateException("the table has not begun");
        }
        for (int row = 0; row < chunk.rows(); row++) {
            var values = new ArrayList<@Nullable Object>();
            for (var column : chunk.columns()) {
                values.add(value(column, row));
            }
            rows.add(values);
        }
    }

    private static @Nullable Object value(Chunk.Column column, int row) {
        if (column.isNull(row)) {
            return null;
        }
        return switch (column) {
            case Chunk.Longs(var values, _) -> values[row];
            case Chunk.Doubles(var values, _) -> values[row];
            case Chunk.Bytes(var values, var offsets, _) ->
                    new String(values, offsets[row], offsets[row + 1] - offsets[row], UTF_8);
        };
    }

    @Override
    public OutputStream file(String type) {
        if (begun) {
            throw new IllegalStateException("the result has begun already");
        }
        begun = true;
        mediaType = type;
        return file;
    }

    @Override
    public void awaitReview() {
        if (begun) {
            throw new IllegalStateException("the result has begun already");
        }
        awaited = true;
    }
}
