package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.harness.Exchange;
import io.databourse.harness.TestDatabase;
import io.databourse.metering.CallSlices;
import io.databourse.settlement.SettlementService;
import io.databourse.settlement.StatementService;
import io.databourse.settlement.reconciliation.ReconciliationService;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Metered calls, of which nothing is charged yet, until the statements of all parties are closed:
/// rated, split, posted, reconciled with every single call, drafted, approved, closed and netted
/// for the payout. Beside the same sums in one statement of SQL over the calls.
final class SettlementCase {
    private static final int CONTRACTS = 50;
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));
    private static final Caller REVIEWER = new Caller("reviewer", Set.of(Role.OPERATOR));

    private final Exchange exchange = Exchange.get();

    private final long calls;

    private SettlementCase(long calls) {
        this.calls = calls;
    }

    static List<Measured> run(long calls) throws Exception {
        return new SettlementCase(calls).measure();
    }

    private List<Measured> measure() throws Exception {
        try (var _ = Background.withoutSlices()) {
            new Trade(CONTRACTS).calls(calls);
        }
        LocalDate day = LocalDate.ofInstant(exchange.clock().instant(), SettlementService.ZONE);
        exchange.clock().advance(Duration.ofDays(45));
        double plain = plainSums();
        PostgresUsage usage = PostgresUsage.now();
        long begin = System.nanoTime();
        while (exchange.bean(CallSlices.class).cut()) {
            // there may be more
        }
        double charged = secondsSince(begin);
        reconcile(day);
        double reconciled = secondsSince(begin);
        close(YearMonth.from(day));
        double closed = secondsSince(begin);
        return List.of(
                new Measured("seconds", closed, "s", plain),
                new Measured("charged_after_s", charged, "s", null),
                new Measured("reconciled_after_s", reconciled, "s", null),
                new Measured("postgres_cpu_us", usage.microsSince() / calls, "us/call", null));
    }

    private void reconcile(LocalDate day) {
        var service = exchange.bean(ReconciliationService.class);
        int differences = service.reconcile(OPERATOR, Optional.of(day)).tickets().size();
        if (differences != 0) {
            throw new IllegalStateException(differences + " differences");
        }
    }

    private void close(YearMonth month) {
        var statements = exchange.bean(StatementService.class);
        statements.cut(OPERATOR, month);
        statements.approveAll(OPERATOR, month);
        statements.approveAll(REVIEWER, month);
        int closed = statements.closeAll(OPERATOR, month);
        if (closed < 2 * CONTRACTS) {
            throw new IllegalStateException("only " + closed + " statements are closed");
        }
    }

    private static double plainSums() throws Exception {
        long begin = System.nanoTime();
        try (var connection = TestDatabase.get().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table plain_statement as select stream, date_trunc('day', at) as day,"
                            + " count(*) as calls, sum(units) as units, sum(units) * 5 / 10 as gross"
                            + " from metering_call group by 1, 2");
        }
        return secondsSince(begin);
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
