package io.databourse.launcher.bench;

import io.databourse.launcher.demo.Shop;
import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Complete purchases through the REST API, without the job: quote, order, contract, the signatures
/// of both nodes, quota. The system must run or is started.
final class PurchaseBench {

    private static final int WARM_UP = 5;
    private static final int EACH = 25;

    private final Settings settings;
    private final BourseSystem system;

    PurchaseBench(Settings settings, BourseSystem system) {
        this.settings = settings;
        this.system = system;
    }

    List<Figure> run(String kase, int buyers) {
        system.up();
        Shop shop = new Shop(settings, system);
        shop.open(WARM_UP + (long) buyers * EACH);
        for (int i = 0; i < WARM_UP; i++) {
            shop.buy();
        }
        long begin = System.nanoTime();
        Samples latency = new Samples(measure(shop, buyers));
        double seconds = (System.nanoTime() - begin) / 1e9;
        return List.of(
                figure(kase, "purchases_per_s", "1/s", new Samples(buyers * EACH / seconds)),
                figure(kase, "latency_median_ms", "ms", latency),
                figure(kase, "latency_p99_ms", "ms", new Samples(latency.percentile(99))));
    }

    private static double[] measure(Shop shop, int buyers) {
        try (ExecutorService pool = Executors.newFixedThreadPool(buyers)) {
            List<CompletableFuture<double[]>> all = new ArrayList<>();
            for (int i = 0; i < buyers; i++) {
                all.add(CompletableFuture.supplyAsync(() -> buy(shop), pool));
            }
            return all.stream().flatMapToDouble(one -> Arrays.stream(one.join())).toArray();
        }
    }

    private static double[] buy(Shop shop) {
        double[] millis = new double[EACH];
        for (int i = 0; i < EACH; i++) {
            long begin = System.nanoTime();
            shop.buy();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return millis;
    }

    private static Figure figure(String kase, String metric, String unit, Samples samples) {
        return Figure.of("purchase", kase, metric, unit, samples);
    }
}
