package io.databourse.node.source;

import io.databourse.plugin.Schema;

/// What was written into a chunk file.
public record Extract(Schema schema, long rows) {}
