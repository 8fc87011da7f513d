package io.databourse.bench;

import io.databourse.contract.ContractId;
import io.databourse.crypto.Uuid7;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.FaultPoints.Moment;
import io.databourse.harness.FaultPoints.Point;
import io.databourse.harness.TestDatabase;
import io.databourse.metering.CallMeter;
import io.databourse.metering.CallOutcome;
import io.databourse.metering.CallRecord;
import io.databourse.metering.CallResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.Executors;

/// An instance of the exchange that is there to be killed: it meters calls until then. Before a
/// call it says so on standard output, and after it that it was answered; those that an instance
/// before it left open it is given on standard input.
final class FaultWorker {
    /// As the system says of who was killed.
    static final int DIED = 137;

    private static final int CALLERS = 50;

    private final CallMeter meter = Exchange.get().bean(CallMeter.class);
    private final Uuid7 ids = new Uuid7();

    private FaultWorker() {}

    /// @param arguments the port of the database; and, if it is to die at a point, which
    static List<MoneyBench.Measured> run(List<String> arguments) throws Exception {
        TestDatabase.use(FaultyPostgres.at(Integer.parseInt(arguments.getFirst())));
        List<CallRecord> open = new ArrayList<>();
        List<ContractId> contracts = new ArrayList<>();
        try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (in.hasNextLine()) {
                String[] words = in.nextLine().split(" ");
                if (words[0].equals("contract")) {
                    contracts.add(new ContractId(words[1]));
                } else {
                    open.add(call(words));
                }
            }
        }
        if (arguments.size() > 1) {
            dieAt(new Point(Moment.valueOf(arguments.get(1)), arguments.get(2)));
        }
        new FaultWorker().work(contracts, open);
        return List.of();
    }

    /// Not at the first time: others are to be under way.
    private static void dieAt(Point point) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(1500);
                        FaultPoints.at(point, () -> Runtime.getRuntime().halt(DIED));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void work(List<ContractId> contracts, List<CallRecord> open) {
        try (var _ = new Background();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            open.forEach(call -> threads.execute(() -> send(call)));
            for (int i = 0; i < CALLERS; i++) {
                ContractId contract = contracts.get(i % contracts.size());
                threads.execute(() -> callOn(contract));
            }
        }
    }

    private void callOn(ContractId contract) {
        while (!Thread.currentThread().isInterrupted()) {
            Instant now = Exchange.get().clock().instant();
            CallRecord call =
                    new CallRecord(ids.next(), "worker", contract, CallOutcome.HIT, 1, 700, 2, now);
            say("sent " + call.id() + " " + contract + " " + now);
            send(call);
        }
    }

    private void send(CallRecord call) {
        while (true) {
            try {
                if (isRecorded(call)) {
                    say("answered " + call.id());
                    return;
                }
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Without a lease, or without an answer, it is not: both pass.
    private boolean isRecorded(CallRecord call) {
        try {
            return !(meter.meter(call).join() instanceof CallResult.Refused);
        } catch (RuntimeException passing) {
            return false;
        }
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }

    /// @param words `sent`, id, contract and time
    static CallRecord call(String[] words) {
        return new CallRecord(
                UUID.fromString(words[1]),
                "worker",
                new ContractId(words[2]),
                CallOutcome.HIT,
                1,
                700,
                2,
                Instant.parse(words[3]));
    }

    static String line(CallRecord call) {
        return "sent " + call.id() + " " + call.contractId() + " " + call.at();
    }
}
