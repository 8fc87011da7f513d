package io.databourse.node.child;

import io.databourse.plugin.WorkMeter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the counts of one run.
final class CountingMeter implements WorkMeter {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private volatile boolean destroyed;

    @Override
    public void count(String meter, long amount) {
        counts.merge(meter, amount, Math::addExact);
    }

    @Override
    public void learned(String name, long value) {
        sizes.put(name, value);
    }

    @Override
    public void keysDestroyed() {
        destroyed = true;
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    Map<String, Long> sizes() {
        return Map.copyOf(sizes);
    }

    boolean destroyed() {
        return destroyed;
    }
}
