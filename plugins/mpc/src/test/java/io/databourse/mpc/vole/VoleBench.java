package io.databourse.mpc.vole;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/// The parts of a silent correlation that cost something.
public final class VoleBench {
    private VoleBench() {}

    /// Each part by name, for vectors of this length.
    public static Map<String, Runnable> parts(int length) {
        var shape = VoleShape.of(length);
        var random = new SplittableRandom(4);
        var seed = new byte[16];
        var shared = new VolePublic(seed);
        var roots = random.longs(2L * VoleShape.NOISE).toArray();
        var sums = new long[4 * shape.transfers()];
        var punctured = random.ints(VoleShape.NOISE, 0, shape.leaves()).toArray();
        var siblings = new long[2 * shape.transfers()];
        var noise = random.longs(2L * shape.noiseLength()).toArray();
        var parts = new LinkedHashMap<String, Runnable>();
        parts.put("trees", () -> shared.trees(shape).grow(roots, sums));
        parts.put("trees-punctured", () -> shared.trees(shape).growPunctured(punctured, siblings));
        parts.put("code", () -> shared.code(shape).encode(noise));
        return parts;
    }
}
