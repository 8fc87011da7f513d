package io.databourse.settlement.report;

import io.databourse.quota.PackLeft;
import io.databourse.quota.Quota;
import io.databourse.settlement.SettlementService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reckons an [Outlook] from what is left now and what was used on which day.
///
/// @param used units by day
/// @param begin the contract's first day
/// @param end the last day on which it may be used
record BurnDown(
        Quota quota,
        List<PackLeft> packs,
        boolean frozen,
        Map<LocalDate, Long> used,
        LocalDate begin,
        LocalDate end,
        LocalDate today) {
    private static final int RATE_DAYS = 7;
    private static final int WARNED_DAYS = 30;
    private static final List<Integer> MARKS = List.of(100, 80, 50);

    Outlook outlook() {
        return new Outlook(quota, days(), forecast(), warnings());
    }

    /// Backwards from now: before a day there was what it used, less what it was granted. A pack
    /// that has expired is in neither.
    private List<UsedDay> days() {
        List<UsedDay> days = new ArrayList<>();
        long left = unused();
        LocalDate earliest = today.minusDays(ReportService.MOST_DAYS - 1L);
        LocalDate first = begin.isAfter(earliest) ? begin : earliest;
        for (LocalDate day : first.datesUntil(today.plusDays(1)).toList().reversed()) {
            days.addFirst(new UsedDay(day, usedOn(day), left));
            left = Math.max(0, left + usedOn(day) - grantedOn(day));
        }
        return days;
    }

    private Forecast forecast() {
        long left = unused();
        if (left == 0) {
            return new Forecast.Empty();
        }
        int days = Math.clamp(ChronoUnit.DAYS.between(begin, today) + 1, 1, RATE_DAYS);
        long lately =
                Stream.iterate(today, d -> d.minusDays(1))
                        .limit(days)
                        .mapToLong(this::usedOn)
                        .sum();
        if (lately <= 0) {
            return new Forecast.Unused(days);
        }
        long daysLeft = Math.ceilDiv(Math.multiplyExact(left, days), lately);
        long daysToEnd = Math.max(0, ChronoUnit.DAYS.between(today, end));
        return daysLeft <= daysToEnd
                ? new Forecast.UsedUp(lately, days, today.plusDays(daysLeft))
                : new Forecast.Outlasts(lately, days, end, left - lately * daysToEnd / days);
    }

    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        if (frozen) {
            warnings.add(new Warning.Frozen());
        }
        MARKS.stream()
                .filter(mark -> quota.granted() > 0)
                .filter(mark -> quota.consumed() * 100 >= quota.granted() * mark)
                .findFirst()
                .ifPresent(mark -> warnings.add(new Warning.Reached(mark)));
        packs.stream().filter(pack -> pack.unused() > 0).forEach(pack -> warn(pack, warnings));
        return warnings;
    }

    private void warn(PackLeft left, List<Warning> warnings) {
        left.pack()
                .validUntil()
                .map(BurnDown::day)
                .filter(on -> !on.isAfter(today.plusDays(WARNED_DAYS)))
                .ifPresent(on ->
                        warnings.add(new Warning.EndsSoon(left.pack().id(), on, left.unused())));
    }

    private long unused() {
        return quota.granted() - quota.consumed();
    }

    private long usedOn(LocalDate day) {
        return used.getOrDefault(day, 0L);
    }

    private long grantedOn(LocalDate day) {
        return packs.stream()
                .map(PackLeft::pack)
                .filter(pack -> day(pack.grantedAt()).equals(day))
                .mapToLong(pack -> pack.units())
                .sum();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SettlementService.ZONE);
    }
}
