package io.databourse.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.settlement.UnusedMoney;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final ReconciliationService reconciliation = exchange.bean(ReconciliationService.class);

    // There is no container here that injects.
    @SuppressWarnings("UnnecessaryAssignment")
    @Test
    void what_fails_keeps_nothing_else_from_being_done_and_the_servers_time_limit_comes_back() {
        Instant before = exchange.bean(Clock.class).instant();
        Limits limits = new Limits();
        ReconciliationTimers timers = new ReconciliationTimers();
        timers.reconciliation = reconciliation;
        timers.unused = exchange.bean(UnusedMoney.class);
        timers.transaction = limits;

        // Without it nobody can tell which contracts have something left, nor charge anything.
        Broken.without("settlement_rating", () -> night(timers));

        assertThat(reconciliation.invariants(market.operator))
                .hasSize(16)
                .allSatisfy(each -> assertThat(each.checkedAt()).isAfterOrEqualTo(before));
        assertThat(limits.seconds).containsExactly(3600, 0);
    }

    private static void night(ReconciliationTimers timers) {
        try {
            timers.night();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of the server's transactions the night sets the limit and nothing else.
    private static final class Limits implements UserTransaction {
        private final List<Integer> seconds = new ArrayList<>();

        @Override
        public void setTransactionTimeout(int limit) {
            seconds.add(limit);
        }

        @Override
        public int getStatus() {
            return Status.STATUS_NO_TRANSACTION;
        }

        @Override
        public void begin() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void commit() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rollback() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }
    }
}
