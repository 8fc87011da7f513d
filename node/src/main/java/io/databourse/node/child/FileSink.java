package io.databourse.node.child;

import io.databourse.plugin.Chunk;
import io.databourse.plugin.ResultSink;
import io.databourse.plugin.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A result that is written into the workspace, where the node finds it.
final class FileSink implements ResultSink {
    private final String name;
    private final Path workspace;
    private @Nullable ChunkWriter table;
    private @Nullable Schema schema;
    private @Nullable String mediaType;

    FileSink(String name, Path workspace) {
        this.name = name;
        this.workspace = workspace;
    }

    /// Where the table of a result lies.
    static Path tableFile(Path workspace, String name) {
        return workspace.resolve(name + ".result.chunks");
    }

    /// Where the file of a result lies.
    static Path plainFile(Path workspace, String name) {
        return workspace.resolve(name + ".result.file");
    }

    @Override
    public void begin(Schema tableSchema) {
        if (table != null || mediaType != null) {
            throw new IllegalStateException("the result was begun already");
        }
        try {
            table = new ChunkWriter(tableFile(workspace, name), tableSchema);
            schema = tableSchema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(Chunk chunk) throws InterruptedException {
        if (table == null) {
            throw new IllegalStateException("the result was not begun");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            table.write(chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OutputStream file(String type) {
        if (table != null || mediaType != null) {
            throw new IllegalStateException("the result was begun already");
        }
        mediaType = type;
        try {
            return new BufferedOutputStream(Files.newOutputStream(plainFile(workspace, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ChildReport.Table> table() throws IOException {
        if (table == null || schema == null) {
            return Optional.empty();
        }
        table.close();
        return Optional.of(new ChildReport.Table(name, schema, table.rows()));
    }

    Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }
}
