package io.databourse.bench;

import com.sun.management.OperatingSystemMXBean;
import io.databourse.bench.MoneyBench.Measured;
import io.databourse.contract.ContractId;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Callers who each wait until their call is durable before they make the next. The calls go to
/// twenty contracts. Beside one connection that inserts rows of the same shape in plain SQL, by the
/// thousand, with one index to keep them unique. The callers are part of the processor time of
/// Java.
final class DurableCase {
    private static final int CONTRACTS = 20;
    private static final Duration WARM = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Trade trade = new Trade(CONTRACTS);

    private DurableCase() {}

    static List<Measured> run(int callers) throws Exception {
        double plain = PlainInserts.perSecond(Duration.ofSeconds(5));
        return new DurableCase().measure(callers, plain);
    }

    private List<Measured> measure(int callers, double plain) throws Exception {
        double seconds;
        double micros;
        double javaMicros;
        long[] latencies;
        try (var _ = new Background()) {
            load(callers, WARM);
            PostgresUsage usage = PostgresUsage.now();
            long cpu = SYSTEM.getProcessCpuTime();
            long begin = System.nanoTime();
            latencies = load(callers, MEASURED);
            seconds = (System.nanoTime() - begin) / 1e9;
            micros = usage.microsSince() / latencies.length;
            javaMicros = (SYSTEM.getProcessCpuTime() - cpu) / 1e3 / latencies.length;
        }
        Arrays.sort(latencies);
        return List.of(
                new Measured("per_s", latencies.length / seconds, "1/s", plain),
                new Measured("latency_median_ms", at(latencies, 50), "ms", null),
                new Measured("latency_p99_ms", at(latencies, 99), "ms", null),
                new Measured("postgres_cpu_us", micros, "us/call", null),
                new Measured("java_cpu_us", javaMicros, "us/call", null));
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
