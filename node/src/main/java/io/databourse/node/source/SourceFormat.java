package io.databourse.node.source;

/// The kinds of files that a source may be.
public enum SourceFormat {
    CSV,
    PARQUET
}
