package io.databourse.registration;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Counts Monday to Friday. Public holidays are not known here, so a term never ends too late but
/// may end too early by the holidays in it; the operator closes the notice by hand.
final class WorkingDays {
    private WorkingDays() {}

    /// The day on which so many working days after `start` have passed.
    static LocalDate after(LocalDate start, int days) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
