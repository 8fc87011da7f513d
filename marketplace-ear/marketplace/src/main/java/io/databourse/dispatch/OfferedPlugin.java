package io.databourse.dispatch;

/// A plugin as the exchange has it; a node takes part only with exactly the same zip.
///
/// @param sha256 of the zip, `sha256:<hex>`
public record OfferedPlugin(String id, String version, String sha256) {}
