package io.databourse.quota;

/// What is left of a pack, what is held of it included.
public record PackLeft(Pack pack, long unused) {}
