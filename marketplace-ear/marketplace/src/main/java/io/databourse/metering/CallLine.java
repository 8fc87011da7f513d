package io.databourse.metering;

/// A call in its place: what is written of it.
record CallLine(CallRecord call, Stream stream, long counter, String document) {}
