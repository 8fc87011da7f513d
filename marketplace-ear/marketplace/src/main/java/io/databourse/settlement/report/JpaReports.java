package io.databourse.settlement.report;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
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
    List<Sum> revenue(MerchantId party, YearMonth from, YearMonth to) {
        return sql.list(
                """
                select period, product_name, consumer, sum(units)::bigint as units,
                    sum(gross)::bigint as gross, sum(earned)::bigint as earned, 'CNY' as currency
                from settlement_line
                where party = ? and side in ('PROVIDER', 'PARTNER') and period between ? and ?
                group by period, product_name, consumer
                order by period, product_name, consumer
                """,
                JpaReports::sum,
                party.value(),
                from,
                to);
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                Columns.month(row, "period"),
                row.getString("product_name"),
                new MerchantId(row.getString("consumer")),
                row.getLong("units"),
                Columns.money(row, "gross"),
                Columns.money(row, "earned"));
    }

    /// A [RevenueLine] without the buyer's name: while rows are read nothing else can be asked.
    record Sum(
            YearMonth month,
            String productName,
            MerchantId buyer,
            long units,
            Money gross,
            Money earned) {
        RevenueLine named(String buyerName) {
            return new RevenueLine(month, productName, buyer, buyerName, units, gross, earned);
        }
    }
}
