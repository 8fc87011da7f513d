package io.databourse.settlement;

import io.databourse.money.Money;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// What one party paid or earned in a month; the totals are all lines' sums.
///
/// @param id none while the month is open
/// @param lines the first lines, at most [#MOST_LINES]; the rest is in the export and the charges
/// @param lineCount how many there are
/// @param paid what the party paid as a buyer
/// @param earned what the party earned as provider or partner, or the exchange by its commission
public record Statement(
        Optional<StatementId> id,
        StatementState state,
        String party,
        String partyName,
        Side side,
        YearMonth period,
        List<StatementLine> lines,
        long lineCount,
        Money gross,
        Money merchantShare,
        Money partnerShare,
        Money commissionNet,
        Money vat,
        Money paid,
        Money earned) {
    public static final int MOST_LINES = 1_000;

    public Statement {
        lines = List.copyOf(lines);
    }

    /// As what the party appears. A party that is more than one of them is BOTH.
    public enum Side {
        CONSUMER,
        PROVIDER,
        PARTNER,
        BOTH,
        EXCHANGE
    }
}
