package io.databourse.node.child;

import io.databourse.plugin.Dataset;
import io.databourse.plugin.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An input of the job: a chunk file that the node wrote into the workspace.
final class ChunkDataset implements Dataset {
    private final JobSpec.Input input;
    private final Path workspace;

    ChunkDataset(JobSpec.Input input, Path workspace) {
        this.input = input;
        this.workspace = workspace;
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public long rowCount() {
        return input.rows();
    }

    @Override
    public List<String> columns(String use) {
        return input.uses().getOrDefault(use, List.of());
    }

    @Override
    public Pass chunks(List<String> columns) {
        return new ChunkReader(input.file(), input.schema(), columns);
    }

    @Override
    public Path asFile(Format format) throws InterruptedException {
        return switch (format) {
            case CSV -> csv();
            case PARQUET ->
                    throw new UnsupportedOperationException("this node offers inputs as CSV only");
        };
    }

    private Path csv() throws InterruptedException {
        var file = workspace.resolve(input.name() + ".csv");
        var names = input.schema().columns().stream().map(Schema.Column::name).toList();
        try (var pass = chunks(names);
                var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            CsvText.write(input.schema(), pass, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
