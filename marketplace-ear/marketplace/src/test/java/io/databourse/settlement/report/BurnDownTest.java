package io.databourse.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.contract.ContractId;
import io.databourse.quota.Pack;
import io.databourse.quota.PackLeft;
import io.databourse.quota.Quota;
import io.databourse.settlement.SettlementService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BurnDownTest {
    private static final ContractId CONTRACT = new ContractId("con_burn");
    private static final LocalDate BEGIN = LocalDate.of(2026, 11, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    @Test
    void each_day_ends_with_what_the_later_days_used() {
        Outlook outlook = burnDown(100, 30, Map.of(TODAY, 10L, TODAY.minusDays(2), 20L));

        assertThat(outlook.days()).hasSize(20);
        assertThat(outlook.days().getFirst()).isEqualTo(new UsedDay(BEGIN, 0, 100));
        assertThat(outlook.days().subList(16, 20))
                .extracting(UsedDay::left)
                .containsExactly(100L, 80L, 80L, 70L);
    }

    @Test
    void a_pack_that_was_granted_later_is_not_there_before() {
        PackLeft first = pack(50, 50, BEGIN, Optional.empty());
        PackLeft second = pack(40, 40, TODAY.minusDays(1), Optional.empty());
        Outlook outlook = burnDown(90, 0, Map.of(), first, second);

        assertThat(outlook.days().subList(17, 20))
                .extracting(UsedDay::left)
                .containsExactly(50L, 90L, 90L);
    }

    @Test
    void at_the_rate_of_the_last_seven_days_the_last_unit_goes_on_a_day() {
        Outlook outlook = burnDown(100, 30, Map.of(TODAY, 7L, TODAY.minusDays(6), 7L));

        // 70 left, 14 in 7 days: 35 days.
        assertThat(outlook.forecast()).isEqualTo(new Forecast.UsedUp(14, 7, TODAY.plusDays(35)));
    }

    @Test
    void what_was_used_eight_days_ago_is_no_rate_of_today() {
        Outlook outlook = burnDown(100, 50, Map.of(TODAY.minusDays(7), 50L));
        assertThat(outlook.forecast()).isEqualTo(new Forecast.Unused(7));
    }

    @Test
    void a_contract_that_ends_first_loses_what_is_left() {
        Outlook outlook = burnDown(1_000, 7, Map.of(TODAY, 7L));

        // 131 days to the end at one unit a day.
        assertThat(outlook.forecast()).isEqualTo(new Forecast.Outlasts(7, 7, END, 862));
    }

    @Test
    void a_young_contract_is_judged_by_the_days_that_it_has() {
        Outlook outlook =
                new BurnDown(
                                new Quota(CONTRACT, 10, 0, 4),
                                List.of(),
                                false,
                                Map.of(TODAY, 4L),
                                TODAY.minusDays(1),
                                END,
                                TODAY)
                        .outlook();
        assertThat(outlook.forecast()).isEqualTo(new Forecast.UsedUp(4, 2, TODAY.plusDays(3)));
    }

    @Test
    void nothing_left_is_no_forecast_and_the_highest_mark_is_said() {
        Outlook outlook = burnDown(10, 10, Map.of(TODAY, 10L));
        assertThat(outlook.forecast()).isEqualTo(new Forecast.Empty());
        assertThat(outlook.warnings()).containsExactly(new Warning.Reached(100));
    }

    @Test
    void packs_that_end_within_thirty_days_are_said_unless_they_are_empty() {
        PackLeft soon = pack(10, 6, BEGIN, Optional.of(TODAY.plusDays(30)));
        PackLeft empty = pack(10, 0, BEGIN, Optional.of(TODAY.plusDays(1)));
        PackLeft later = pack(10, 6, BEGIN, Optional.of(TODAY.plusDays(31)));
        Outlook outlook = burnDown(30, 1, Map.of(), soon, empty, later);

        assertThat(outlook.warnings())
                .containsExactly(new Warning.EndsSoon(soon.pack().id(), TODAY.plusDays(30), 6));
    }

    private static Outlook burnDown(
            long granted, long consumed, Map<LocalDate, Long> used, PackLeft... packs) {
        return new BurnDown(
                        new Quota(CONTRACT, granted, 0, consumed),
                        List.of(packs),
                        false,
                        used,
                        BEGIN,
                        END,
                        TODAY)
                .outlook();
    }

    private static PackLeft pack(
            long units, long unused, LocalDate granted, Optional<LocalDate> until) {
        var zone = SettlementService.ZONE;
        return new PackLeft(
                new Pack(
                        "pck_" + granted + until,
                        CONTRACT,
                        "unused",
                        units,
                        0,
                        granted.atStartOfDay(zone).toInstant(),
                        until.map(day -> day.atTime(23, 0).atZone(zone).toInstant()),
                        0,
                        granted.atTime(9, 0).atZone(zone).toInstant()),
                unused);
    }
}
