package io.databourse.settlement;

import io.databourse.money.Money;
import java.time.Period;

/// What the exchange has decided about its settlement; each can be set as a system property.
///
/// @param fourEyesAbove what moves more than this needs two operators,
///   `bourse.settlement.four-eyes-above`
/// @param lateWindow how long after its end a month takes in late charges,
///   `bourse.settlement.late-window`, such as `P3D`
/// @param payoutDays what was earned is paid out so many working days later,
///   `bourse.settlement.payout-days`
/// @param leastPayout less is carried to the next batch, `bourse.settlement.least-payout`
/// @param disputeWindow how long after a charge its buyer may dispute it,
///   `bourse.settlement.dispute-window`
/// @param daily whether each working day's batch is made by itself in the morning,
///   `bourse.settlement.daily`
public record SettlementSettings(
        Money fourEyesAbove,
        Period lateWindow,
        int payoutDays,
        Money leastPayout,
        Period disputeWindow,
        boolean daily) {
    /// As they are now: a changed one counts at once.
    public static SettlementSettings current() {
        return new SettlementSettings(
                Money.cny(text("four-eyes-above", "100000.00")),
                Period.parse(text("late-window", "P3D")),
                Integer.parseInt(text("payout-days", "1")),
                Money.cny(text("least-payout", "0.01")),
                Period.parse(text("dispute-window", "P30D")),
                Boolean.parseBoolean(text("daily", "true")));
    }

    private static String text(String name, String otherwise) {
        return System.getProperty("bourse.settlement." + name, otherwise);
    }
}
