package io.databourse.call;

/// What is wrong with one field.
///
/// @param pointer JSON pointer (RFC 6901) into the request, such as `/sheet/name`
/// @param problem what was found
/// @param allowed what would be right
public record FieldError(String pointer, String problem, String allowed) {}
