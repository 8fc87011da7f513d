package io.databourse.settlement.payout;

import java.time.LocalDate;

/// Working days of the past, each given out once: batches are made in the order of their days.
final class Days {
    private static LocalDate last = LocalDate.of(2025, 2, 10);

    private Days() {}

    static synchronized LocalDate next() {
        last = WorkingCalendar.load().after(last, 1);
        return last;
    }
}
