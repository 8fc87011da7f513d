package io.databourse.metering;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import java.util.Optional;
import java.util.UUID;

/// What became of one reported call.
///
/// @param receipt of what is written, now or before
/// @param code why it is refused
public record CallAnswer(
        UUID id,
        String source,
        Result result,
        Optional<PlacedReceipt> receipt,
        Optional<ErrorCode> code,
        Optional<String> detail) {
    public enum Result {
        /// Written now.
        ACCEPTED,
        /// Written before with the same content; nothing was counted again.
        DUPLICATE,
        /// Not counted; sending the same again helps only if the reason has gone.
        REFUSED,
        /// Not counted, since another call of the batch was refused.
        NOT_WRITTEN
    }

    static CallAnswer written(CallKey key, Result result, PlacedReceipt receipt) {
        return new CallAnswer(
                key.id(),
                key.source(),
                result,
                Optional.of(receipt),
                Optional.empty(),
                Optional.empty());
    }

    static CallAnswer refused(CallKey key, Refusal reason) {
        return new CallAnswer(
                key.id(),
                key.source(),
                Result.REFUSED,
                Optional.empty(),
                Optional.of(reason.code()),
                Optional.of(reason.detail()));
    }

    static CallAnswer notWritten(CallKey key) {
        return new CallAnswer(
                key.id(),
                key.source(),
                Result.NOT_WRITTEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The answer to the same call, reported a second time in the same breath.
    CallAnswer again() {
        return result == Result.ACCEPTED
                ? new CallAnswer(id, source, Result.DUPLICATE, receipt, code, detail)
                : this;
    }
}
