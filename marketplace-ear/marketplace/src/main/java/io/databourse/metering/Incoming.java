package io.databourse.metering;

import io.databourse.call.Refusal;

/// A reported call before anything is written.
sealed interface Incoming {
    CallKey key();

    /// To be written.
    record Fresh(CallRecord call) implements Incoming {
        @Override
        public CallKey key() {
            return call.key();
        }
    }

    /// Written before, with the same content.
    record Known(CallKey key) implements Incoming {}

    /// The same as an earlier one of the same report.
    record Again(CallKey key, int first) implements Incoming {}

    record Refused(CallKey key, Refusal reason) implements Incoming {}
}
