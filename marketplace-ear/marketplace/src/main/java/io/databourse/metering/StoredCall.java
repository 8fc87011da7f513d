package io.databourse.metering;

/// A call as the books have it.
record StoredCall(CallRecord call, Stream stream, long counter, long batch, int position) {
    String document() {
        return CallDocument.of(call, stream, counter, batch);
    }
}
