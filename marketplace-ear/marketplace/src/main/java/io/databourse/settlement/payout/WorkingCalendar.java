package io.databourse.settlement.payout;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Which days are worked, after the published arrangement of holidays. Years that nobody has
/// published yet are refused: money is not moved by a guess.
public final class WorkingCalendar {
    private static final String BUILT_IN = "working-days.txt";
    private static final String PROPERTY = "bourse.settlement.calendar";

    private final TreeSet<Integer> years = new TreeSet<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> on = new HashSet<>();

    private WorkingCalendar() {}

    /// The built-in years, and those of the file that the system property
    /// `bourse.settlement.calendar` names.
    public static WorkingCalendar load() {
        String more = System.getProperty(PROPERTY, "");
        try (InputStream builtIn = WorkingCalendar.class.getResourceAsStream(BUILT_IN)) {
            byte[] text = Objects.requireNonNull(builtIn, BUILT_IN).readAllBytes();
            WorkingCalendar calendar =
                    of(new String(text, StandardCharsets.UTF_8).lines().toList());
            if (!more.isEmpty()) {
                calendar.add(Files.readAllLines(Path.of(more)));
            }
            return calendar;
        } catch (IOException e) {
            throw new UncheckedIOException("the working days cannot be read", e);
        }
    }

    /// Lines `year 2026`, `off 2026-10-01 2026-10-07`, `on 2026-10-10`, and comments after `#`.
    static WorkingCalendar of(List<String> lines) {
        WorkingCalendar calendar = new WorkingCalendar();
        calendar.add(lines);
        return calendar;
    }

    private void add(List<String> lines) {
        for (String line : lines) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
            switch (words[0]) {
                case "" -> {}
                case "year" -> years.add(Integer.valueOf(words[1]));
                case "on" -> on.add(LocalDate.parse(words[1]));
                case "off" ->
                        LocalDate.parse(words[1])
                                .datesUntil(LocalDate.parse(words[2]).plusDays(1))
                                .forEach(off::add);
                default -> throw new IllegalArgumentException("not a calendar's line: " + line);
            }
        }
    }

    /// @throws Refusal if the year is not in the calendar
    public boolean isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw Refusal.of(
                    ErrorCode.NOT_READY,
                    "The working-day calendar knows the years %s, and not %s. Name a file with the"
                            + " published holidays in the system property %s.",
                    years,
                    day,
                    PROPERTY);
        }
        boolean weekend =
                day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return on.contains(day) || (!weekend && !off.contains(day));
    }

    /// The day on which so many working days after `start` have come; `start` itself for none.
    public LocalDate after(LocalDate start, int days) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /// The last day that is so many working days past by `date`: what was earned through it is due.
    public LocalDate cutoff(LocalDate date, int days) {
        LocalDate day = date;
        for (int left = days; left > 0; day = day.minusDays(1)) {
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
