package io.databourse.node.child;

/// How far a run is, as its program says.
///
/// @param total 0 if it is not known
public record ProgressMade(String phase, long done, long total, String unit) {}
