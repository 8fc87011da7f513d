package io.databourse.dispatch;

import java.time.Instant;

/// One line of a job's history.
public record JobStep(JobState state, Instant at, String detail) {}
