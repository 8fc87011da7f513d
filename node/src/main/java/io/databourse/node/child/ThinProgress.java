package io.databourse.node.child;

import io.databourse.plugin.Progress;
import java.io.IOException;
import java.time.Duration;

/// Passes progress on to the node, but not more often than people can read.
final class ThinProgress implements Progress {
    private static final long INTERVAL = Duration.ofMillis(250).toNanos();

    private final Frames control;
    private String lastPhase = "";
    private long last;

    ThinProgress(Frames control) {
        this.control = control;
    }

    @Override
    public synchronized void report(String phase, long done, long total, String unit)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run was cancelled");
        }
        var now = System.nanoTime();
        if (phase.equals(lastPhase) && now - last < INTERVAL) {
            return;
        }
        lastPhase = phase;
        last = now;
        try {
            control.write(FrameKind.PROGRESS, Wire.of(new ProgressMade(phase, done, total, unit)));
        } catch (java.nio.channels.ClosedByInterruptException e) {
            var cancelled = new InterruptedException("the run was cancelled");
            cancelled.initCause(e);
            throw cancelled;
        } catch (IOException e) {
            // Without its node the process has no purpose; the watcher ends it.
            throw new java.io.UncheckedIOException(e);
        }
    }
}
