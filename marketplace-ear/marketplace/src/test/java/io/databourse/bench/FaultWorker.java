package io.databourse.bench;

import io.databourse.contract.ContractId;
import io.databourse.crypto.Uuid7;
import io.databourse.harness.Exchange;
import io.databourse.harness.FaultPoints;
import io.databourse.harness.FaultPoints.Action;
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

/// An instance of the exchange that is there to be killed, or to stand still for a while: it meters
/// calls until then. Before a call it says so on standard output, and after it that it was
/// answered; those that an instance before it left open it is given on standard input.
final class FaultWorker {
    /// As the system says of who was killed.
    static final int DIED = 137;

    private static final String DIES = "dies";
    private static final int CALLERS = 50;

    private final CallMeter meter = Exchange.get().bean(CallMeter.class);
    private final Uuid7 ids = new Uuid7();

    private FaultWorker() {}

    /// @param arguments the port of the database; and what [#dies] or [#freezes] says
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
            var point = new Point(Moment.valueOf(arguments.get(2)), arguments.get(3));
            at(point, arguments.get(1).equals(DIES) ? FaultWorker::die : FaultWorker::freeze);
        }
        new FaultWorker().work(contracts, open);
        return List.of();
    }

    /// The arguments of one that is to end itself.
    static List<String> dies(Point point) {
        return List.of(DIES, point.moment().name(), point.statement());
    }

    /// The arguments of one that is to stand still.
    static List<String> freezes(Point point) {
        return List.of("freezes", point.moment().name(), point.statement());
    }

    /// Not at the first time: others are to be under way.
    private static void at(Point point, Action action) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(1500);
                        FaultPoints.at(point, action);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static void die() {
        Runtime.getRuntime().halt(DIED);
    }

    /// All of the process stands still before this returns.
    private static void freeze() throws Exception {
        String self = String.valueOf(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-STOP", self).start().waitFor();
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
