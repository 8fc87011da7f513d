package io.databourse.rest;

/// Why something is taken back.
public record Reason(String reason) {}
