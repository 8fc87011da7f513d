package io.databourse.settlement.reconciliation;

import io.databourse.metering.MeterSettings;
import io.databourse.settlement.Columns;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/// Which days have to be compared: yesterday; days of which something was written after they were
/// compared; days that were not compared since they ended, or since their last call can have come.
@ApplicationScoped
class JpaDaysDue {
    /// What is older was compared when it was younger.
    private static final int LOOKS_BACK_DAYS = 31;

    private static final String DUE =
            """
            with compared as (
                select day, max(at) as at from settlement_reconciliation group by day),
            written as (
                select day, max(at) as at from (
                    select day, at from metering_slice where day >= ?
                    union all
                    select day, at from metering_gateway_count where day >= ?) w group by day),
            past as (
                select day, (day + 1)::timestamp at time zone 'Asia/Shanghai' as ended
                from (select ?::date - n as day from generate_series(0, ?) n) d)
            select d.day from past d
                left join compared c on c.day = d.day left join written w on w.day = d.day
            where d.day = ?::date
                or w.at >= coalesce(c.at, '-infinity')
                or d.day >= (select min(day) from compared) and coalesce(c.at, '-infinity')
                    < case when d.day <= ? then d.ended + make_interval(secs => ?) else d.ended end
            order by d.day
            """;

    private final JpaSql sql;

    @Inject
    JpaDaysDue(JpaSql sql) {
        this.sql = sql;
    }

    /// @param lastOver the last day of which no call is taken any more
    List<LocalDate> days(LocalDate yesterday, LocalDate lastOver) {
        LocalDate first = yesterday.minusDays(LOOKS_BACK_DAYS);
        return sql.list(
                DUE,
                row -> Columns.date(row, "day"),
                first,
                first,
                yesterday,
                LOOKS_BACK_DAYS,
                yesterday,
                lastOver,
                MeterSettings.current().window().toSeconds());
    }
}
