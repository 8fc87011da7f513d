package io.databourse.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.harness.Exchange;
import io.databourse.sql.JpaSql;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In the year 2900, of which no other test has compared a day.
class DaysDueTest {
    private static final LocalDate YESTERDAY = LocalDate.of(2900, 3, 20);
    private static final LocalDate LAST_OVER = YESTERDAY.minusDays(3);

    private final Exchange exchange = Exchange.get();
    private final JpaSql sql = exchange.bean(JpaSql.class);

    @Test
    void days_are_compared_after_they_end_when_something_comes_and_when_nothing_can_come() {
        List<LocalDate> due =
                Planted.undone(() -> {
                    for (int back = 31; back >= 7; back--) {
                        compared(YESTERDAY.minusDays(back), 9);
                    }
                    compared(YESTERDAY.minusDays(6), 3);
                    // Not compared on the fifth day before, and on the fourth before it had ended.
                    compared(YESTERDAY.minusDays(4), 0);
                    compared(YESTERDAY.minusDays(3), 1);
                    compared(YESTERDAY.minusDays(2), 1);
                    compared(YESTERDAY.minusDays(1), 1);
                    counted(YESTERDAY.minusDays(8), 10);
                    counted(YESTERDAY.minusDays(1), 1);
                    return exchange.bean(JpaDaysDue.class).days(YESTERDAY, LAST_OVER);
                });

        assertThat(due)
                .containsExactly(
                        YESTERDAY.minusDays(8),
                        YESTERDAY.minusDays(6),
                        YESTERDAY.minusDays(5),
                        YESTERDAY.minusDays(4),
                        YESTERDAY.minusDays(3),
                        YESTERDAY.minusDays(1),
                        YESTERDAY);
    }

    /// At two in the night, so many days later.
    private void compared(LocalDate day, int after) {
        sql.run(
                """
                insert into settlement_reconciliation values
                    (?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, (?::date + time '02:20') at time zone
                    'Asia/Shanghai')
                """,
                "rec_" + day,
                day,
                day.plusDays(after));
    }

    /// At three in the night, so many days later.
    private void counted(LocalDate day, int after) {
        sql.run(
                """
                insert into metering_gateway_count (contract_id, source, day, calls, rows, bytes,
                    cpu_millis, at)
                values ('con_due', 'gateway-1', ?, 1, 0, 0, 0, (?::date + time '03:00')
                    at time zone 'Asia/Shanghai')
                """,
                day,
                day.plusDays(after));
    }
}
