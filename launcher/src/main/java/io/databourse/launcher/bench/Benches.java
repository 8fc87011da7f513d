package io.databourse.launcher.bench;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// All benchmarks; runs those that were asked for and prints what they found.
public final class Benches {
    private final Consumer<String> out;
    private final List<BenchCase> cases = new ArrayList<>();

    public Benches(Settings settings, BourseSystem system, Consumer<String> out) {
        this.out = out;
        PsiBench psi = new PsiBench(settings, out);
        for (String form : List.of("proxy", "distributed")) {
            addPsi(psi, form + "-1M", 1 << 20, 3);
            addPsi(psi, form + "-1M" + PsiBench.COLD, 1 << 20, 3);
            addPsi(psi, form + "-10M", 10_000_000, 1);
            addPsi(psi, form + "-16M", 1 << 24, 1);
            addPsi(psi, form + "-100M", 100_000_000, 1);
            addPsi(psi, form + "-shaped-10M", 10_000_000, 1);
            String growth = form + "-growth";
            cases.add(new BenchCase("psi", growth, () -> psi.growth(growth)));
        }
        KernelsBench kernels = new KernelsBench(settings);
        for (String kernel : KernelsBench.KERNELS) {
            cases.add(new BenchCase("kernels", kernel, () -> kernels.run(kernel)));
        }
        PurchaseBench purchase = new PurchaseBench(settings, system);
        cases.add(new BenchCase("purchase", "one-buyer", () -> purchase.run("one-buyer", 1)));
        cases.add(new BenchCase("purchase", "four-buyers", () -> purchase.run("four-buyers", 4)));
        MoneyBench money = new MoneyBench(settings);
        for (String kase :
                List.of("lease", "durable-1000", "durable-growth", "ingest-split", "growth")) {
            cases.add(new BenchCase("metering", kase, () -> money.run("metering", kase)));
        }
        for (String kase : List.of("cold", "hot-account", "growth", "growth-10M", "auditor")) {
            cases.add(new BenchCase("ledger", kase, () -> money.run("ledger", kase)));
        }
        for (String kase :
                List.of(
                        "kill-postgres",
                        "stop-postgres",
                        "lost-replies",
                        "clock-jumps",
                        "full-disk",
                        "kill-exchange",
                        "freeze-exchange",
                        "exchange-at-points",
                        "postgres-at-points",
                        "torn-tail")) {
            cases.add(new BenchCase("faults", kase, () -> money.run("faults", kase)));
        }
        WildFlyFaults wildFly = new WildFlyFaults(settings);
        cases.add(
                new BenchCase(
                        "faults", "wildfly-at-points", () -> wildFly.run("wildfly-at-points")));
        SandboxBench sandbox = new SandboxBench(settings);
        for (String kase :
                List.of(
                        "python-empty",
                        "compile",
                        "governed-query",
                        "governed-job",
                        "group-by-100M",
                        "distinct-threshold-100M")) {
            cases.add(new BenchCase("sandbox", kase, () -> sandbox.run(kase)));
        }
        for (String kase : List.of("close-100K", "close-1M", "close-10M")) {
            cases.add(new BenchCase("settlement", kase, () -> money.run("settlement", kase)));
        }
    }

    /// `bench-cases.txt`, which the script shows without a build, has the same.
    List<BenchCase> cases() {
        return List.copyOf(cases);
    }

    private void addPsi(PsiBench psi, String kase, long rows, int times) {
        cases.add(new BenchCase("psi", kase, () -> psi.run(kase, rows, times)));
    }

    public void run(List<String> arguments) {
        BenchOptions options = BenchOptions.parse(arguments);
        List<BenchCase> wanted =
                cases.stream()
                        .filter(one -> options.wants(one.bench(), one.name()))
                        .filter(one -> options.only().isPresent() || !isLarge(one))
                        .toList();
        if (wanted.isEmpty()) {
            throw new Fault("there is no such benchmark; there are " + names());
        }
        out.accept(machine());
        for (BenchCase one : wanted) {
            for (Figure figure : one.run().get()) {
                out.accept(figure.text());
                options.json().ifPresent(file -> append(file, figure));
            }
        }
    }

    /// Cases that take many minutes or tens of gigabytes of disk, and so run only when they are
    /// named.
    static boolean isLarge(BenchCase one) {
        return one.name().endsWith("-100M")
                || (one.name().endsWith("-10M") && !one.bench().equals("psi"))
                || one.name().equals("wildfly-at-points");
    }

    private String names() {
        return String.join(
                ", ", cases.stream().map(one -> one.bench() + " " + one.name()).toList());
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "Machine: %d cores, %s, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }

    private static String memory() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("\\s+", " ");
        } catch (IOException _) {
            return "memory unknown";
        }
    }

    private static void append(Path file, Figure figure) {
        try {
            Files.writeString(
                    file,
                    figure.json() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Fault("cannot write " + file, e);
        }
    }
}
