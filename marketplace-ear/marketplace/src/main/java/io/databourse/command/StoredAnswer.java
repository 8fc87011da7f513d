package io.databourse.command;

/// What a command was answered with.
///
/// @param body JSON text
/// @param replayed whether the command had been carried out before
public record StoredAnswer(int status, String body, boolean replayed) {}
