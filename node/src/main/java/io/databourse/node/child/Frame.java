package io.databourse.node.child;

import java.nio.ByteBuffer;

/// One frame as it was read.
///
/// @param payload big-endian, valid until the next frame is read from the same connection
public record Frame(FrameKind kind, ByteBuffer payload) {}
