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

/// A result that is written into a folder of the workspace, where the node finds it.
public final class FileSink implements ResultSink {
    private final String name;
    private final Path folder;
    private @Nullable ChunkWriter table;
    private @Nullable Schema schema;
    private @Nullable String mediaType;
    private boolean awaited;

    FileSink(String name, Path folder) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a result's name: " + name);
        }
        this.name = name;
        this.folder = folder;
    }

    /// Names become files at people's machines, so they are of the plainest kind.
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}");
    }

    /// Where the table of a result lies.
    public static Path tableFile(Path folder, String name) {
        return folder.resolve(name + ".result.chunks");
    }

    /// Where the file of a result lies.
    public static Path plainFile(Path folder, String name) {
        return folder.resolve(name + ".result.file");
    }

    @Override
    public void begin(Schema tableSchema) {
        if (table != null || mediaType != null || awaited) {
            throw new IllegalStateException("the result was begun already");
        }
        try {
            table = new ChunkWriter(tableFile(folder, name), tableSchema);
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
        if (table != null || mediaType != null || awaited) {
            throw new IllegalStateException("the result was begun already");
        }
        mediaType = type;
        try {
            return new BufferedOutputStream(Files.newOutputStream(plainFile(folder, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void awaitReview() {
        if (table != null || mediaType != null) {
            throw new IllegalStateException("the result was begun already");
        }
        awaited = true;
    }

    boolean awaited() {
        return awaited;
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
