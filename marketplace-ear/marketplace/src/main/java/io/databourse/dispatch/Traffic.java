package io.databourse.dispatch;

/// Bytes that one party's node has exchanged with the others for a job.
public record Traffic(long sent, long received) {}
