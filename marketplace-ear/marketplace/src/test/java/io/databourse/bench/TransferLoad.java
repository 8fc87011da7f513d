package io.databourse.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/// Buyers who pay merchants, a thousand transfers a transaction.
///
/// Cold: every one of ten thousand buyers pays any of ten thousand merchants. Hot: all pay the
/// same.
abstract class TransferLoad {
    static final int BATCH = 1000;
    static final int ACCOUNTS = 10_000;

    /// Enough for any measurement.
    static final long FUNDS = 1_000_000_000_000L;

    private final Random random = new Random(20261121);

    /// One transfer.
    record Payment(int buyer, int merchant, long amount) {}

    /// What a measurement took.
    static final class Tally {
        private long transfers;
        private long nanos;
        private double micros;

        double perSecond() {
            return transfers * 1e9 / nanos;
        }

        double postgresMicros() {
            return micros / transfers;
        }
    }

    abstract void post(Payment[] payments) throws SQLException;

    final void post(boolean hot) throws SQLException {
        Payment[] payments = new Payment[BATCH];
        for (int i = 0; i < BATCH; i++) {
            int merchant = hot ? 0 : random.nextInt(ACCOUNTS);
            payments[i] = new Payment(random.nextInt(ACCOUNTS), merchant, 1 + random.nextInt(100));
        }
        post(payments);
    }

    final void measure(boolean hot, Duration time, Tally tally) throws SQLException, IOException {
        PostgresUsage usage = PostgresUsage.now();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        while (System.nanoTime() < end) {
            post(hot);
            tally.transfers += BATCH;
        }
        tally.nanos += System.nanoTime() - begin;
        tally.micros += usage.microsSince();
    }
}
