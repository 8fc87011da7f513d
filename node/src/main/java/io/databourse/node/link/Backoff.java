package io.databourse.node.link;

import java.time.Duration;

/// Waits longer after each failure in a row, so that a node does not press an exchange that is just
/// coming back.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration MOST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    void reset() {
        next = FIRST;
    }

    void pause() throws InterruptedException {
        Thread.sleep(next);
        next = next.multipliedBy(2);
        if (next.compareTo(MOST) > 0) {
            next = MOST;
        }
    }
}
