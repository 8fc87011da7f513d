package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.money.Money;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/// Who approved what, 四眼原则: above the exchange's threshold two operators must, and nobody counts
/// twice.
@ApplicationScoped
public class JpaApprovals {
    private final JpaSql sql;
    private final Clock clock;

    @Inject
    JpaApprovals(JpaSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// How many operators it takes to move an amount.
    public static int needed(Money amount) {
        Money most = SettlementSettings.current().fourEyesAbove();
        Money magnitude = amount.isNegative() ? amount.negate() : amount;
        return magnitude.compareTo(most) > 0 ? 2 : 1;
    }

    /// @param what exactly what is approved: of another text nothing was approved yet
    /// @return how many have approved it, with this one
    public int approve(Caller caller, String subject, String what) {
        caller.require(Role.OPERATOR);
        int added =
                sql.run(
                        "insert into settlement_approval (subject, what, username, at)"
                                + " values (?, ?, ?, ?) on conflict do nothing",
                        subject,
                        what,
                        caller.username(),
                        clock.instant());
        if (added == 0) {
            throw Refusal.of(
                    ErrorCode.SELF_REVIEW,
                    "You have decided on %s; another operator must.",
                    subject);
        }
        return count(subject, what);
    }

    public int count(String subject, String what) {
        return sql.first(
                        "select count(*) from settlement_approval where subject = ? and what = ?",
                        row -> row.getInt(1),
                        subject,
                        what)
                .orElseThrow();
    }
}
