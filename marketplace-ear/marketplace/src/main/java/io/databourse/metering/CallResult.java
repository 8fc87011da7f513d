package io.databourse.metering;

import io.databourse.call.Refusal;
import java.util.UUID;

/// What became of a record. All but [Refused] are durable when they are seen.
public sealed interface CallResult {
    UUID id();

    /// Written now.
    record Recorded(UUID id, CallReceipt receipt) implements CallResult {}

    /// Written before, with the same content; nothing was counted again.
    ///
    /// @param counter its number
    record Repeated(UUID id, long counter) implements CallResult {}

    /// Not written: nothing was counted.
    record Refused(UUID id, Refusal reason) implements CallResult {}
}
