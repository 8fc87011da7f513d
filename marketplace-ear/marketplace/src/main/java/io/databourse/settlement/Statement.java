package io.databourse.settlement;

import io.databourse.money.Money;
import java.time.YearMonth;
import java.util.List;

/// What one party paid or earned in a month, line by line; the totals are the lines' sums.
public record Statement(
        String party,
        String partyName,
        Side side,
        YearMonth period,
        List<StatementLine> lines,
        Money gross,
        Money merchantShare,
        Money commissionNet,
        Money vat) {
    public Statement {
        lines = List.copyOf(lines);
    }

    /// As what the party appears. A party that both bought and sold in the month is BOTH.
    public enum Side {
        CONSUMER,
        PROVIDER,
        BOTH,
        EXCHANGE
    }
}
