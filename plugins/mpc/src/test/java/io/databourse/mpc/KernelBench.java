package io.databourse.mpc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.databourse.mpc.aes.BulkAes;
import io.databourse.mpc.okvs.OkvsDecoder;
import io.databourse.mpc.okvs.OkvsEncoder;
import io.databourse.mpc.vole.Gf128;
import io.databourse.mpc.vole.VoleBench;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// What a key costs in each part of the form between two owners, in one full bucket. With names of
/// parts as arguments it measures these and prints a figure of each as a line of JSON.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(KernelBench.KEYS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 8, time = 1)
public class KernelBench {
    static final int KEYS = 1 << 18;

    private static final Buckets BUCKETS = Buckets.of(KEYS, KEYS);

    @Param({
        "tag",
        "store-encode",
        "store-decode",
        "multiply",
        "hash-and-sort",
        "aes",
        "trees",
        "trees-punctured",
        "code"
    })
    String kernel = "";

    private Runnable task = () -> {};

    public static void main(String[] kernels) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include(KernelBench.class.getName())
                        .param("kernel", kernels)
                        .addProfiler(CpuProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        for (var run : new Runner(options).run()) {
            tell("ns_per_key", run.getPrimaryResult());
            tell(
                    "cpu_ns_per_key",
                    Objects.requireNonNull(run.getSecondaryResults().get(CpuProfiler.LABEL)));
        }
    }

    private static void tell(String metric, org.openjdk.jmh.results.Result<?> result) {
        System.out.printf(
                Locale.ROOT,
                "{\"metric\": \"%s\", \"unit\": \"ns\", \"value\": %.3f, \"error\": %.3f}%n",
                metric,
                result.getScore(),
                result.getScoreError());
    }

    @Setup
    public void prepare() {
        task = Objects.requireNonNull(tasks().get(kernel), kernel);
    }

    @Benchmark
    public void run() {
        task.run();
    }

    private static Map<String, Runnable> tasks() {
        var random = new SplittableRandom(1);
        var keys = random.longs(2L * KEYS).toArray();
        var values = new long[2 * KEYS];
        var seed = new byte[16];
        var store = BUCKETS.store();
        var vector = OkvsEncoder.encode(seed, store, keys, keys, KEYS).orElseThrow();
        var delta = new Gf128(random.nextLong(), random.nextLong());
        var outputs = new SortedOutputs(new BulkAes(seed), BUCKETS, KEYS);
        var tasks = new LinkedHashMap<String, Runnable>();
        tasks.put("tag", () -> tag(keys, values));
        tasks.put("store-encode", () -> OkvsEncoder.encode(seed, store, keys, keys, KEYS));
        tasks.put(
                "store-decode",
                () -> new OkvsDecoder(seed, store, vector).decode(keys, KEYS, values));
        tasks.put("multiply", () -> delta.multiplyAdd(keys, 0, values, 0, KEYS));
        tasks.put(
                "hash-and-sort",
                () -> {
                    System.arraycopy(keys, 0, values, 0, values.length);
                    outputs.fill(values, KEYS);
                });
        tasks.put("aes", () -> new BulkAes(seed).permute(keys, 0, values, 0, KEYS));
        tasks.putAll(VoleBench.parts(store.size()));
        return tasks;
    }

    private static void tag(long[] keys, long[] tags) {
        try (var tagger = new PlainTagger("kernels", "bench")) {
            var text = "13800000000".getBytes(US_ASCII);
            for (int i = 0; i < KEYS; i++) {
                Tagger.LONG.set(text, 0, keys[i]);
                tagger.tag(text, text.length);
                tags[i] = tagger.high();
            }
        }
    }
}
