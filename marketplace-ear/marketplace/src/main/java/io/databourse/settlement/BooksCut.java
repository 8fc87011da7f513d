package io.databourse.settlement;

import java.time.YearMonth;

/// A month of which the statements were drafted.
public record BooksCut(YearMonth period, int statements) {}
