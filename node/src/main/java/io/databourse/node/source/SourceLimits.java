package io.databourse.node.source;

import java.nio.file.Path;

/// What reading a source may use.
///
/// @param temporary where DuckDB spills to
public record SourceLimits(int memoryMegabytes, int threads, Path temporary) {}
