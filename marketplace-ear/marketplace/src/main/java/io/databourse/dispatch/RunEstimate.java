package io.databourse.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/// What a node reckons, after a dry run, that the run on its real rows takes.
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunEstimate(long seconds, long rows) {}
