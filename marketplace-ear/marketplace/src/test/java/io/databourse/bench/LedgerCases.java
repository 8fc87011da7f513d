package io.databourse.bench;

import io.databourse.bench.MoneyBench.Measured;
import io.databourse.bench.TransferLoad.Tally;
import io.databourse.harness.Exchange;
import io.databourse.ledger.LedgerAudit;
import io.databourse.ledger.LedgerAuditor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The ledger with one writer, beside one connection in plain SQL. What is compared takes turns of
/// two seconds, so that what else the machine does falls on both.
final class LedgerCases {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final int TURNS = 6;
    private static final int AUDITED = 200_000;

    private LedgerCases() {}

    static List<Measured> cold() throws Exception {
        LedgerLoad ours = new LedgerLoad();
        try (PlainLedger plain = new PlainLedger()) {
            Tally measured = new Tally();
            Tally baseline = new Tally();
            warm(ours, plain);
            for (int i = 0; i < TURNS; i++) {
                ours.measure(false, TURN, measured);
                plain.measure(false, TURN, baseline);
            }
            return figures(measured, baseline);
        }
    }

    static List<Measured> hotAccount() throws Exception {
        LedgerLoad ours = new LedgerLoad();
        try (PlainLedger plain = new PlainLedger()) {
            Tally hot = new Tally();
            Tally cold = new Tally();
            Tally baseline = new Tally();
            warm(ours, plain);
            for (int i = 0; i < TURNS; i++) {
                ours.measure(true, TURN, hot);
                ours.measure(false, TURN, cold);
                plain.measure(true, TURN, baseline);
            }
            List<Measured> figures = new ArrayList<>(figures(hot, baseline));
            figures.add(
                    new Measured(
                            "ratio_to_cold", hot.perSecond() / cold.perSecond(), "ratio", null));
            return figures;
        }
    }

    /// The same load on what is stored already; the baseline is the empty ledger.
    ///
    /// @param goals how many transfers, the least first
    static List<Measured> growth(List<Long> goals) throws Exception {
        LedgerLoad load = new LedgerLoad();
        Tally empty = new Tally();
        load.post(false);
        load.measure(false, TURN.multipliedBy(2), empty);
        List<Measured> figures = new ArrayList<>();
        StoredTransfers past = new StoredTransfers();
        for (long goal : goals) {
            figures.add(fill(past, goal));
            Tally full = new Tally();
            load.measure(false, TURN.multipliedBy(TURNS), full);
            figures.add(
                    new Measured("per_s_at_" + goal, full.perSecond(), "1/s", empty.perSecond()));
            figures.add(
                    new Measured(
                            "postgres_cpu_us_at_" + goal,
                            full.postgresMicros(),
                            "us/transfer",
                            empty.postgresMicros()));
            figures.addAll(audit(goal));
        }
        return figures;
    }

    private static Measured fill(StoredTransfers past, long goal) throws Exception {
        long begin = System.nanoTime();
        past.fill(goal);
        return new Measured("fill_s_to_" + goal, (System.nanoTime() - begin) / 1e9, "s", null);
    }

    /// Random work against the plain model, with a seed that a failure tells.
    static List<Measured> auditor() {
        long begin = System.nanoTime();
        LedgerAuditor.run(begin, AUDITED);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return List.of(
                new Measured("operations", AUDITED, "1", null),
                new Measured("seconds", seconds, "s", null));
    }

    private static void warm(TransferLoad... loads) throws Exception {
        for (TransferLoad load : loads) {
            load.measure(false, TURN, new Tally());
            load.measure(true, TURN, new Tally());
        }
    }

    private static List<Measured> figures(Tally measured, Tally baseline) {
        return List.of(
                new Measured("per_s", measured.perSecond(), "1/s", baseline.perSecond()),
                new Measured(
                        "postgres_cpu_us",
                        measured.postgresMicros(),
                        "us/transfer",
                        baseline.postgresMicros()));
    }

    /// The nightly check of the ledger's rules.
    private static List<Measured> audit(long goal) throws Exception {
        LedgerAudit audit = Exchange.get().bean(LedgerAudit.class);
        PostgresUsage usage = PostgresUsage.now();
        long begin = System.nanoTime();
        int broken =
                audit.transfersAstray().size()
                        + audit.balancesAstray().size()
                        + audit.overdrawn().size()
                        + audit.snapshotsAstray().size();
        if (broken > 0) {
            throw new IllegalStateException("rules are broken");
        }
        return List.of(
                new Measured("audit_s_at_" + goal, (System.nanoTime() - begin) / 1e9, "s", null),
                new Measured(
                        "audit_postgres_cpu_s_at_" + goal, usage.microsSince() / 1e6, "s", null));
    }
}
