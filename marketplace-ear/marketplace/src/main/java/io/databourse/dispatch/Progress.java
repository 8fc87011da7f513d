package io.databourse.dispatch;

/// What a node says about a running job, best effort.
public record Progress(int attempt, String phase, long done, long total, String unit) {}
