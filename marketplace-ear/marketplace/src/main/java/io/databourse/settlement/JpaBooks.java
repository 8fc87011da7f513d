package io.databourse.settlement;

import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Which months are still open. Who charges shares the lock, who cuts the books has it alone: what
/// is under way when the books are cut is in them.
@ApplicationScoped
class JpaBooks {
    private static final String LOCK = "settlement-books";

    private final JpaSql sql;

    @Inject
    JpaBooks(JpaSql sql) {
        this.sql = sql;
    }

    /// The last month that is cut, which stays so until the transaction ends.
    Optional<YearMonth> keepOpen() {
        sql.lockShared(LOCK);
        return lastCut();
    }

    /// The month to which something of that day belongs now.
    static YearMonth periodOf(LocalDate day, Optional<YearMonth> lastCut) {
        YearMonth month = YearMonth.from(day);
        return lastCut.filter(cut -> !month.isAfter(cut))
                .map(cut -> cut.plusMonths(1))
                .orElse(month);
    }

    /// Waits for all that is under way.
    Optional<YearMonth> close() {
        sql.lock(LOCK);
        return lastCut();
    }

    /// Months up to this one that have charges and are not cut, and the month itself.
    List<YearMonth> uncutThrough(YearMonth period) {
        return sql.list(
                """
                select period from settlement_charge where period <= ?
                    and period > coalesce((select max(period) from settlement_books), '-infinity')
                union select ?::date order by period
                """,
                row -> Columns.month(row, "period"),
                period,
                period);
    }

    private Optional<YearMonth> lastCut() {
        return sql.first(
                "select period from settlement_books order by period desc limit 1",
                row -> Columns.month(row, "period"));
    }
}
