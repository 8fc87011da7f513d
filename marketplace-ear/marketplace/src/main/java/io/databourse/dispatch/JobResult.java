package io.databourse.dispatch;

/// What came out, without any of it.
///
/// @param place where the receiving node put it, in words
record JobResult(long rows, String hash, String place) {}
