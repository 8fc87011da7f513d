package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.contract.ContractId;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.quota.Hold;
import io.databourse.quota.LeaseBook;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// The decision in memory: may this call go ahead, and what it took. Beside a bare counter.
final class LeaseCase {
    private static final int CALLS = 100_000;
    private static final int ROUNDS = 8;

    private LeaseCase() {}

    static List<Measured> run() {
        ContractId contract = new Market(1_000_000).contract().id();
        LeaseBook book = Exchange.get().bean(LeaseBook.class);
        double best = Double.MAX_VALUE;
        double counter = Double.MAX_VALUE;
        // The first rounds warm up; of what follows the quickest is the least disturbed.
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, nanosACall(() -> take(book, contract)));
            AtomicLong bare = new AtomicLong(Long.MAX_VALUE);
            counter = Math.min(counter, nanosACall(bare::decrementAndGet));
        }
        book.closeAll();
        return List.of(new Measured("us_per_call", best / 1000, "us", counter / 1000));
    }

    private static void take(LeaseBook book, ContractId contract) {
        Hold hold = book.hold(contract, 1);
        hold.consume(1);
        hold.written(0);
        book.forget(hold);
    }

    private static double nanosACall(Runnable call) {
        long begin = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return (double) (System.nanoTime() - begin) / CALLS;
    }
}
