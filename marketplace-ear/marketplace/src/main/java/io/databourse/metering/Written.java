package io.databourse.metering;

import io.databourse.call.Refusal;

/// What the writer did with a reported call.
sealed interface Written {
    /// Written now.
    record Now(CallReceipt receipt) implements Written {}

    /// Written before, or by somebody else at the same time: the books say what.
    record Before() implements Written {}

    record No(Refusal reason) implements Written {}

    /// Not tried, or rolled back, since another was refused.
    record NotTried() implements Written {}

    /// As the earlier one of the same report.
    record As(int first) implements Written {}
}
