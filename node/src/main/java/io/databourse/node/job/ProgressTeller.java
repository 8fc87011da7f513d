package io.databourse.node.job;

import io.databourse.node.child.ProgressMade;
import io.databourse.plugin.Progress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells how a run gets on: what its program says at once, the bytes with it, and from time to time
/// that it is still there, so that who hears nothing at all may worry. Of a peer that gives no sign
/// of life it tells before the run ends for that.
final class ProgressTeller implements Runnable {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Consumer<RunProgress> listener;
    private final Supplier<Map<String, PeerLink>> links;
    private final Supplier<RunOutcome.Traffic> traffic;
    private final Duration heartbeat;
    private final AtomicReference<ProgressMade> made =
            new AtomicReference<>(new ProgressMade("", 0, 0, ""));
    private final AtomicLong told = new AtomicLong(System.nanoTime());

    /// @param links that are up, by peer
    ProgressTeller(
            Consumer<RunProgress> listener,
            Supplier<Map<String, PeerLink>> links,
            Supplier<RunOutcome.Traffic> traffic,
            Duration heartbeat) {
        this.listener = listener;
        this.links = links;
        this.traffic = traffic;
        this.heartbeat = heartbeat;
    }

    /// What was found out about the input is told once.
    void made(ProgressMade progress) {
        if (!progress.phase().startsWith(Progress.FOUND)) {
            made.set(progress);
        }
        tell(progress);
    }

    /// Until it is interrupted; then once more, for the bytes of the end.
    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                look();
            }
        } catch (InterruptedException _) {
            tell(made.get());
        }
    }

    void look() {
        var silent =
                links.get().entrySet().stream()
                        .filter(link ->
                                link.getValue().silence().compareTo(link.getValue().worrying())
                                        >= 0)
                        .findFirst();
        if (silent.isPresent()) {
            var link = silent.get().getValue();
            tell(RunProgress.silent(silent.get().getKey(), link.silence(), link.patience()));
        } else if (System.nanoTime() - told.get() >= heartbeat.toNanos()) {
            tell(made.get());
        }
    }

    private void tell(ProgressMade progress) {
        told.set(System.nanoTime());
        var bytes = traffic.get();
        listener.accept(new RunProgress(progress, bytes.sent(), bytes.received()));
    }
}
