package io.databourse.mpc;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.okvs.OkvsDecoder;
import io.databourse.mpc.okvs.OkvsEncoder;
import io.databourse.mpc.vole.Gf128;
import io.databourse.mpc.vole.VoleBench;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;

/// What the protocols themselves cost: whole runs of made-up sets in this JVM, or the parts of the
/// form between two owners, one bucket at a time.
///
/// Arguments: a task, such as `psi` or `psi-distributed`, and the rows a side (10^7 unless told),
/// or `parts`. Processor time counts, not the clock: it is the same on a machine that is busy with
/// other things.
final class KernelBench {
    private static final int ROUNDS = 20;
    private static final Buckets BUCKETS = Buckets.of(1 << 18, 1 << 18);

    private KernelBench() {}

    public static void main(String[] arguments) throws InterruptedException {
        var what = arguments.length > 0 ? arguments[0] : "psi";
        if (what.equals("parts")) {
            parts();
            return;
        }
        long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 10_000_000;
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            MadeUpRun.tell(what, rows);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d rows a side: %.2f s%n",
                    what,
                    rows,
                    (System.nanoTime() - begin) / 1e9);
        }
    }

    private static void parts() {
        int count = BUCKETS.receiverCapacity();
        var random = new SplittableRandom(1);
        var keys = random.longs(2L * count).toArray();
        var values = new long[2 * count];
        var seed = new byte[16];
        var store = BUCKETS.store();
        var vector = OkvsEncoder.encode(seed, store, keys, keys, count).orElseThrow();
        measure("store, encode", count, () -> OkvsEncoder.encode(seed, store, keys, keys, count));
        measure(
                "store, decode",
                count,
                () -> new OkvsDecoder(seed, store, vector).decode(keys, count, values));
        var delta = new Gf128(random.nextLong(), random.nextLong());
        measure(
                "multiply by a fixed element",
                count,
                () -> delta.multiplyAdd(keys, 0, values, 0, count));
        var outputs = new SortedOutputs(new BulkAes(seed), BUCKETS, count);
        measure(
                "hash, cut and sort",
                count,
                () -> {
                    System.arraycopy(keys, 0, values, 0, values.length);
                    outputs.fill(values, count);
                });
        measure("AES", count, () -> new BulkAes(seed).permute(keys, 0, values, 0, count));
        VoleBench.parts(store.size())
                .forEach((part, task) -> measure("correlation, " + part, count, task));
    }

    private static void measure(String part, int count, Runnable task) {
        long best = Long.MAX_VALUE;
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            task.run();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - begin);
        }
        System.out.printf(Locale.ROOT, "%-32s %8.1f ns a key%n", part, (double) best / count);
    }
}
