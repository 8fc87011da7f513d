package io.databourse.algorithm;

/// What a job is bound to: a version's text and its hash.
///
/// @param reference `name@version`
/// @param text the whole script
/// @param sha256 of the text's UTF-8 bytes, in hex
public record Script(String reference, String language, String text, String sha256) {}
