package io.databourse.membership;

/// A plugin that a node has.
///
/// @param sha256 hex, of its zip
public record PluginOffer(String id, String version, String sha256) {}
