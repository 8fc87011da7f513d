package io.databourse.settlement;

import io.databourse.merchant.Merchant;
import io.databourse.money.Money;
import io.databourse.settlement.Statement.Side;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;

/// Adds lines up to a statement.
final class Statements {
    private Statements() {}

    static Statement ofExchange(YearMonth month, List<StatementLine> lines) {
        return add("exchange", "Exchange", Side.EXCHANGE, month, lines);
    }

    static Statement of(Merchant party, YearMonth month, List<StatementLine> lines) {
        boolean bought = lines.stream().anyMatch(line -> line.consumer().equals(party.id()));
        boolean sold = lines.stream().anyMatch(line -> line.provider().equals(party.id()));
        Side side = bought && sold ? Side.BOTH : sold ? Side.PROVIDER : Side.CONSUMER;
        return add(party.id().value(), party.name(), side, month, lines);
    }

    private static Statement add(
            String party, String name, Side side, YearMonth month, List<StatementLine> lines) {
        return new Statement(
                party,
                name,
                side,
                month,
                lines,
                sum(lines, StatementLine::gross),
                sum(lines, StatementLine::merchantShare),
                sum(lines, StatementLine::commissionNet),
                sum(lines, StatementLine::vat));
    }

    private static Money sum(List<StatementLine> lines, Function<StatementLine, Money> part) {
        return lines.stream().map(part).reduce(Money.cny("0.00"), Money::add);
    }
}
