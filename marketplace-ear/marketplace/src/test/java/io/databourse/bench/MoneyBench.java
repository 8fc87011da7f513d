package io.databourse.bench;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Runs one case and prints a line of JSON for each figure.
public final class MoneyBench {
    private MoneyBench() {}

    /// Other threads may still run when a case fails: the exit is explicit.
    public static void main(String[] arguments) {
        try {
            run(arguments).forEach(figure -> System.out.println(figure.json()));
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static List<Measured> run(String[] arguments) throws Exception {
        return switch (arguments[0]) {
            case "metering/lease" -> LeaseCase.run();
            case "metering/durable-1000" -> DurableCase.run(1000);
            case "metering/durable-growth" -> DurableCase.growth(1000);
            case "metering/ingest-split" -> IngestCase.split();
            case "metering/growth" -> IngestCase.growth();
            case "ledger/cold" -> LedgerCases.cold();
            case "ledger/hot-account" -> LedgerCases.hotAccount();
            case "ledger/growth" -> LedgerCases.growth(List.of(100_000L, 1_000_000L));
            case "ledger/growth-10M" -> LedgerCases.growth(List.of(10_000_000L));
            case "ledger/auditor" -> LedgerCases.auditor();
            case "settlement/close-100K" -> SettlementCase.run(100_000);
            case "settlement/close-1M" -> SettlementCase.run(1_000_000);
            case "settlement/close-10M" -> SettlementCase.run(10_000_000);
            case "faults/kill-postgres" -> FaultCases.killPostgres();
            case "faults/stop-postgres" -> FaultCases.stopPostgres();
            case "faults/lost-replies" -> FaultCases.lostReplies();
            case "faults/clock-jumps" -> FaultCases.clockJumps();
            case "faults/full-disk" -> FaultCases.fullDisk();
            case "faults/kill-exchange" -> KillCase.run();
            case "faults/exchange-at-points" -> KillCase.atPoints();
            case "faults/freeze-exchange" -> FrozenCase.run();
            case "faults/postgres-at-points" -> FaultCases.atPoints();
            case "faults/torn-tail" -> TornTailCase.run();
            case "faults/worker" ->
                    FaultWorker.run(List.of(arguments).subList(1, arguments.length));
            default -> throw new IllegalArgumentException("no such case: " + arguments[0]);
        };
    }

    /// One figure.
    ///
    /// @param baseline the same in plain SQL, or without the exchange
    record Measured(String metric, double value, String unit, @Nullable Double baseline) {
        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"metric\":\"%s\",\"value\":%.4f,\"unit\":\"%s\",\"baseline\":%s}",
                    metric,
                    value,
                    unit,
                    baseline == null ? "null" : String.format(Locale.ROOT, "%.4f", baseline));
        }
    }
}
