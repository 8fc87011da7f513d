package io.databourse.settlement.report;

import java.time.LocalDate;

/// What becomes of a quota if it is used on as in the last days.
public sealed interface Forecast {
    /// Nothing is left.
    record Empty() implements Forecast {}

    /// Nothing was used in the last days, so there is no rate to go by.
    record Unused(int days) implements Forecast {}

    /// @param units used in so many last days
    /// @param on the day on which the last unit is used
    record UsedUp(long units, int days, LocalDate on) implements Forecast {}

    /// The contract ends first.
    ///
    /// @param left what is lost then
    record Outlasts(long units, int days, LocalDate end, long left) implements Forecast {}
}
