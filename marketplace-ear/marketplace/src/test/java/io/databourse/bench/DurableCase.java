package io.databourse.bench;

import com.sun.management.OperatingSystemMXBean;
import io.databourse.bench.MoneyBench.Measured;
import io.databourse.contract.ContractId;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Callers who each wait until their call is durable before they make the next. The calls go to
/// twenty contracts. Beside one connection that inserts rows of the same shape in plain SQL, by the
/// thousand, with one index to keep them unique. The callers are part of the processor time of
/// Java.
final class DurableCase {
    private static final int CONTRACTS = 20;
    private static final Duration WARM = Duration.ofSeconds(40);
    private static final long MANY = 10_000_000;
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Trade trade = new Trade(CONTRACTS);

    private DurableCase() {}

    static List<Measured> run(int callers) throws Exception {
        double plain = PlainInserts.perSecond(Duration.ofSeconds(5));
        return new DurableCase().measure(callers, plain);
    }

    /// With the few million calls that warming up has stored, and with ten million.
    static List<Measured> growth(int callers) throws Exception {
        var durable = new DurableCase();
        try (var _ = new Background()) {
            durable.load(callers, WARM);
            List<Measured> figures = new ArrayList<>(durable.measure(callers, "", null));
            StoredCalls.fill(MANY);
            durable.load(callers, AGAIN);
            figures.addAll(durable.measure(callers, "_at_" + MANY, null));
            return figures;
        }
    }

    private List<Measured> measure(int callers, double plain) throws Exception {
        try (var _ = new Background()) {
            load(callers, WARM);
            return measure(callers, "", plain);
        }
    }

    private List<Measured> measure(int callers, String when, @Nullable Double plain)
            throws Exception {
        PostgresUsage usage = PostgresUsage.now();
        long cpu = SYSTEM.getProcessCpuTime();
        long begin = System.nanoTime();
        long[] latencies = load(callers, MEASURED);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double micros = usage.microsSince() / latencies.length;
        double javaMicros = (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / latencies.length;
        Arrays.sort(latencies);
        return List.of(
                new Measured("per_s" + when, latencies.length / seconds, "1/s", plain),
                new Measured("latency_median_ms" + when, at(latencies, 50), "ms", null),
                new Measured("latency_p99_ms" + when, at(latencies, 99), "ms", null),
                new Measured("postgres_cpu_us" + when, micros, "us/call", null),
                new Measured("java_cpu_us" + when, javaMicros, "us/call", null));
    }

    /// @return how long each call took, in nanoseconds
    private long[] load(int callers, Duration time) throws InterruptedException {
        var latencies = new ConcurrentLinkedQueue<long[]>();
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                ContractId contract = trade.contracts().get(caller % CONTRACTS);
                threads.execute(() -> latencies.add(callUntil(end, contract)));
            }
        }
        return latencies.stream().flatMapToLong(Arrays::stream).toArray();
    }

    private long[] callUntil(long end, ContractId contract) {
        long[] taken = new long[64];
        int calls = 0;
        while (System.nanoTime() < end) {
            if (calls == taken.length) {
                taken = Arrays.copyOf(taken, 2 * calls);
            }
            long begin = System.nanoTime();
            trade.durable(contract);
            taken[calls++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(taken, calls);
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1] / 1e6;
    }
}
