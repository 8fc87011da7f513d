package io.databourse.settlement;

import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Columns as the types of the exchange.
public final class Columns {
    private Columns() {}

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    public static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(date(row, column));
    }

    public static String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    public static Optional<String> textIfAny(ResultSet row, String column) throws SQLException {
        @Nullable String value = row.getString(column);
        return Optional.ofNullable(value);
    }

    /// An amount of the row's own currency.
    public static Money money(ResultSet row, String column) throws SQLException {
        CurrencyCode currency = CurrencyCode.valueOf(row.getString("currency"));
        return Money.ofMinor(row.getLong(column), currency);
    }

    public static Money cny(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), CurrencyCode.CNY);
    }
}
