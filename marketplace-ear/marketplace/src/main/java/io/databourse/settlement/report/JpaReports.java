package io.databourse.settlement.report;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.settlement.Columns;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sums of charges, made by the database.
@ApplicationScoped
class JpaReports {
    private final JpaSql sql;

    @Inject
    JpaReports(JpaSql sql) {
        this.sql = sql;
    }

    Map<LocalDate, Long> unitsByDay(ContractId contract, LocalDate from) {
        return sql
                .list(
                        """
                        select day, sum(units)::bigint as units from settlement_charge
                        where contract_id = ? and day >= ? group by day
                        """,
                        row -> Map.entry(Columns.date(row, "day"), row.getLong("units")),
                        contract.value(),
                        from)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// By month, then by product and buyer.
    ///
    /// @param names gives a buyer its name
    List<RevenueLine> revenue(
            MerchantId party, YearMonth from, YearMonth to, Function<MerchantId, String> names) {
        return sql.list(
                """
                select period, product_name, consumer, sum(units)::bigint as units,
                    sum(gross)::bigint as gross, sum(earned)::bigint as earned, 'CNY' as currency
                from settlement_line
                where party = ? and side in ('PROVIDER', 'PARTNER') and period between ? and ?
                group by period, product_name, consumer
                order by period, product_name, consumer
                """,
                row -> line(row, names),
                party.value(),
                from,
                to);
    }

    private static RevenueLine line(ResultSet row, Function<MerchantId, String> names)
            throws SQLException {
        MerchantId buyer = new MerchantId(row.getString("consumer"));
        return new RevenueLine(
                Columns.month(row, "period"),
                row.getString("product_name"),
                buyer,
                names.apply(buyer),
                row.getLong("units"),
                Columns.money(row, "gross"),
                Columns.money(row, "earned"));
    }
}
