package io.databourse.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A table of the party, as far as the contract lets the task see it.
///
/// Every pass over it yields the same rows in the same order, so a program may go over it twice and
/// find a row again by its number.
public interface Dataset {
    Schema schema();

    /// The exact number of rows that every pass yields.
    long rowCount();

    /// The columns that the job names for a use, in the order agreed on by all parties; empty if
    /// there are none. See [TaskCard.ColumnUse].
    List<String> columns(String use);

    /// A pass over some columns, in the order given.
    ///
    /// @throws IllegalArgumentException if the schema has no such column
    Pass chunks(List<String> columns);

    /// The whole table as a file in the workspace, for tools that want to open one.
    ///
    /// @param format [Format#CSV] is offered by every node, [Format#PARQUET] by none so far: making
    ///   it of the CSV takes twice the time that a tool which reads it once saves
    /// @throws UnsupportedOperationException if this node does not offer the format
    Path asFile(Format format) throws InterruptedException;

    /// One pass from the first row to the last. Close it.
    interface Pass extends AutoCloseable {
        /// The next rows, at least one; empty after the last. The arrays may be used again for the
        /// chunk after, so copy what has to stay.
        Optional<Chunk> next() throws InterruptedException;

        @Override
        void close();
    }

    enum Format {
        CSV,
        PARQUET
    }
}
