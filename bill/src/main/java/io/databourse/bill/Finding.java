package io.databourse.bill;

/// What one check found.
///
/// @param text a sentence for people
public record Finding(boolean good, String text) {}
