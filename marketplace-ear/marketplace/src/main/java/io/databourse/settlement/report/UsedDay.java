package io.databourse.settlement.report;

import java.time.LocalDate;

/// One day of a contract.
///
/// @param used units that were charged for the day
/// @param left units that could still be used when the day ended
public record UsedDay(LocalDate day, long used, long left) {}
