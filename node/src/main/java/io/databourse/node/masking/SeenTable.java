package io.databourse.node.masking;

import io.databourse.protection.mask.DynamicMask;
import io.databourse.protection.table.CsvReader;
import io.databourse.protection.table.ProtectionKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A table's rows as somebody may see them.
public final class SeenTable implements Closeable {
    private final CsvReader in;
    private final Optional<DynamicMask> mask;

    private SeenTable(CsvReader in, Optional<DynamicMask> mask) {
        this.in = in;
        this.mask = mask;
    }

    static SeenTable open(Path file, View view, ProtectionKey key) throws IOException {
        var in = CsvReader.open(file);
        return new SeenTable(
                in,
                switch (view) {
                    case View.Full _ -> Optional.empty();
                    case View.Masked(var policy) ->
                            Optional.of(DynamicMask.of(policy, key, in.columns()));
                });
    }

    public List<String> columns() {
        return mask.map(DynamicMask::columns).orElse(in.columns());
    }

    /// The next row, or nothing after the last.
    public Optional<List<String>> next() throws IOException {
        var row = in.next();
        return mask.isEmpty() ? row : row.map(mask.get()::mask);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
