package io.databourse.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.load();

    @Test
    void holidays_are_off_and_the_weekend_days_in_exchange_are_worked() {
        assertThat(worked("2026-02-13")).isTrue();
        assertThat(worked("2026-02-14")).isTrue();
        assertThat(worked("2026-02-16")).isFalse();
        assertThat(worked("2026-02-24")).isTrue();
        assertThat(worked("2026-10-10")).isTrue();
        assertThat(worked("2026-10-11")).isFalse();
        assertThat(worked("2025-10-08")).isFalse();
    }

    @Test
    void the_published_years_have_the_working_days_that_they_should() {
        assertThat(workedIn(2025)).isEqualTo(248);
        assertThat(workedIn(2026)).isEqualTo(248);
    }

    @Test
    void the_next_working_day_leaps_the_national_holiday() {
        assertThat(calendar.after(LocalDate.of(2026, 9, 30), 1)).isEqualTo("2026-10-08");
        assertThat(calendar.after(LocalDate.of(2026, 10, 3), 1)).isEqualTo("2026-10-08");
        assertThat(calendar.after(LocalDate.of(2026, 9, 30), 0)).isEqualTo("2026-09-30");
    }

    @Test
    void the_cutoff_is_the_last_day_that_is_so_many_working_days_past() {
        LocalDate end = LocalDate.of(2026, 10, 20);
        for (int days = 0; days <= 3; days++) {
            for (LocalDate day = LocalDate.of(2026, 9, 28);
                    day.isBefore(end);
                    day = day.plusDays(1)) {
                LocalDate cutoff = calendar.cutoff(day, days);
                assertThat(calendar.after(cutoff, days)).isBeforeOrEqualTo(day);
                assertThat(calendar.after(cutoff.plusDays(1), days)).isAfter(day);
            }
        }
    }

    @Test
    void a_year_that_nobody_has_published_is_refused_until_a_file_names_it(@TempDir Path folder)
            throws IOException {
        assertThatThrownBy(() -> worked("2027-01-04"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2025, 2026")
                .hasMessageContaining("2027-01-04");
        assertThatThrownBy(() -> calendar.after(LocalDate.of(2026, 12, 31), 1))
                .isInstanceOf(Refusal.class);

        Path file = folder.resolve("more.txt");
        Files.writeString(file, "year 2027 # ours\noff 2027-01-01 2027-01-03\n");
        System.setProperty("bourse.settlement.calendar", file.toString());
        try {
            WorkingCalendar longer = WorkingCalendar.load();
            assertThat(longer.after(LocalDate.of(2026, 12, 31), 1)).isEqualTo("2027-01-04");
        } finally {
            System.clearProperty("bourse.settlement.calendar");
        }
    }

    private boolean worked(String day) {
        return calendar.isWorkingDay(LocalDate.parse(day));
    }

    private long workedIn(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkingDay)
                .count();
    }
}
