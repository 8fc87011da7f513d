package io.databourse.node.job;

import io.databourse.node.NodeFailure;
import io.databourse.node.child.ChildReport;
import io.databourse.node.child.FrameKind;
import io.databourse.node.child.Frames;
import io.databourse.node.child.JobSpec;
import io.databourse.node.child.JournalService;
import io.databourse.node.child.Main;
import io.databourse.node.child.Wire;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// One run of a job's party: connects the peers, starts the child, joins the two, and finds out
/// what became of it. Whatever the child does, this ends.
public final class JobRun {
    private static final Logger LOG = System.getLogger(JobRun.class.getName());
    private static final long DRAIN_SECONDS = 30;
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    private final RunPlan plan;
    private final Children children;
    private final PeerNetwork network;
    private final long began = System.nanoTime();
    private final AtomicLong alive = new AtomicLong(System.nanoTime());

    /// When this party's own program last made progress or sent something.
    private final AtomicLong worked = new AtomicLong(System.nanoTime());

    private final CompletableFuture<JobSpec> spec = new CompletableFuture<>();
    private final AtomicReference<Optional<NodeFailure>> ended =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Child>> child = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Frames>> control =
            new AtomicReference<>(Optional.empty());
    private final CompletableFuture<ChildReport> report = new CompletableFuture<>();
    private final ConcurrentLinkedQueue<Splice> splices = new ConcurrentLinkedQueue<>();
    private final Map<String, CompletableFuture<PeerLink>> links = new HashMap<>();
    private final ProgressTeller teller;

    public JobRun(RunPlan plan, Children children, PeerNetwork network) {
        this.plan = plan;
        this.children = children;
        this.network = network;
        this.teller =
                new ProgressTeller(
                        plan.progress(), this::connected, this::traffic, network.heartbeat());
    }

    /// Runs to the end, on the caller's thread.
    public RunOutcome run() {
        try {
            connectPeers();
            return runChild();
        } catch (NodeFailure e) {
            return RunOutcome.of(ended.get().orElse(e), traffic());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunOutcome.of(
                    new NodeFailure("CANCELLED", Blame.RESOURCES, "the node stops", e), traffic());
        } catch (Exception e) {
            LOG.log(Level.ERROR, "a job could not be run", e);
            return RunOutcome.of(
                    new NodeFailure("NODE_FAILED", Blame.RESOURCES, "the node has a fault", e),
                    traffic());
        } finally {
            release();
        }
    }

    private void connectPeers() {
        var until = Instant.now().plus(plan.patience().connect());
        for (var pairing : plan.pairings()) {
            var link = network.connect(pairing, until);
            links.put(pairing.peer(), link);
            var _ = link.thenAccept(each -> each.tell(this::isWorking, this::isAlive));
            link.exceptionally(trouble -> {
                if (trouble instanceof NodeFailure failure) {
                    end(failure);
                }
                return null;
            });
        }
    }

    private void isAlive() {
        alive.set(System.nanoTime());
    }

    private void hasWorked() {
        worked.set(System.nanoTime());
        isAlive();
    }

    /// Whether others may wait for this party: it makes its input, or its program gets on by itself
    /// and not only because others do.
    private boolean isWorking() {
        var quiet = Duration.ofNanos(System.nanoTime() - worked.get());
        return !spec.isDone() || quiet.compareTo(network.heartbeat().multipliedBy(2)) < 0;
    }

    /// The child's process starts while the input is being made.
    private RunOutcome runChild() throws Exception {
        var telling = Thread.ofVirtual().name("progress-teller").start(teller);
        try {
            var started = children.start(plan);
            child.set(Optional.of(started));
            started.listen(this::serve);
            var made = plan.spec().call();
            checkStillWanted();
            hasWorked();
            spec.complete(made);
            watch(started.process());
            drain();
            return outcome(started.process().exitValue());
        } finally {
            telling.interrupt();
            spec.cancel(false);
        }
    }

    /// Waits for the child's end, and brings it about when the time is over.
    private void watch(Process process) throws InterruptedException {
        while (!process.waitFor(250, TimeUnit.MILLISECONDS)) {
            var quiet = Duration.ofNanos(System.nanoTime() - alive.get());
            if (quiet.compareTo(plan.patience().silence()) > 0) {
                end(
                        new NodeFailure(
                                "PLUGIN_HUNG",
                                Blame.PLUGIN,
                                "no progress for " + quiet.toSeconds() + " s"));
            }
            if (Instant.now().isAfter(plan.patience().deadline())) {
                end(
                        new NodeFailure(
                                "DEADLINE_PASSED",
                                Blame.RESOURCES,
                                "the job was not done by its deadline"));
            }
            if (ended.get().isPresent()) {
                process.destroyForcibly();
            }
        }
    }

    private RunOutcome outcome(int exitCode) {
        var failure = ended.get();
        if (failure.isPresent()) {
            return RunOutcome.of(failure.get(), traffic());
        }
        if (report.isDone() && !report.isCompletedExceptionally()) {
            return RunOutcome.of(report.join(), traffic());
        }
        return RunOutcome.of(crash(exitCode), traffic());
    }

    private static NodeFailure crash(int exitCode) {
        return switch (exitCode) {
            case Main.OUT_OF_MEMORY ->
                    new NodeFailure(
                            "RESOURCES_EXHAUSTED",
                            Blame.RESOURCES,
                            "the program ran out of memory");
            case 128 + 9, 128 + 15 ->
                    new NodeFailure(
                            "RESOURCES_EXHAUSTED",
                            Blame.RESOURCES,
                            "the program was killed from outside");
            default ->
                    new NodeFailure(
                            "PLUGIN_FAILED",
                            Blame.PLUGIN,
                            "the program's process ended with code " + exitCode);
        };
    }

    private void serve(SocketChannel channel) {
        try {
            var frames =
                    new Frames(
                            Channels.newInputStream(channel),
                            Channels.newOutputStream(channel),
                            channel);
            var hello = Wire.texts(frames.read().orElseThrow(IOException::new).payload());
            if (hello.isEmpty()) {
                serveControl(frames);
            } else if (hello.containsKey("journal")) {
                serveJournal(frames, hello);
            } else {
                servePeer(frames, hello.getOrDefault("peer", ""));
            }
        } catch (IOException | CancellationException _) {
            // The exit code or the report says more.
        }
    }

    private void serveControl(Frames frames) throws IOException {
        control.set(Optional.of(frames));
        frames.write(FrameKind.START, Wire.of(spec.join()));
        for (var frame = frames.read(); frame.isPresent(); frame = frames.read()) {
            hasWorked();
            switch (frame.get().kind()) {
                case PROGRESS -> teller.made(Wire.progress(frame.get().payload()));
                case FINISHED -> report.complete(Wire.report(frame.get().payload()));
                default -> throw new IOException("a child sent a " + frame.get().kind());
            }
        }
    }

    private void serveJournal(Frames frames, Map<String, String> hello) throws IOException {
        alive.set(System.nanoTime());
        var name = hello.getOrDefault("journal", "");
        try {
            if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
                throw new IOException("not a journal's name");
            }
            var input = hello.getOrDefault("input", PartyContext.INPUT);
            JournalService.answer(frames, plan.journals().of(name, input));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            frames.close();
        }
    }

    private void servePeer(Frames frames, String peer) throws IOException {
        var link = links.get(peer);
        if (link == null) {
            frames.close();
            return;
        }
        try {
            splices.add(new Splice(frames, link.join(), this::hasWorked, this::isAlive));
        } catch (CompletionException | CancellationException _) {
            frames.close();
        }
    }

    private void drain() throws InterruptedException {
        for (var splice : splices) {
            splice.drain(DRAIN_SECONDS);
        }
    }

    private RunOutcome.Traffic traffic() {
        var up = connected().values();
        return new RunOutcome.Traffic(
                up.stream().mapToLong(PeerLink::bytesSent).sum(),
                up.stream().mapToLong(PeerLink::bytesReceived).sum(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }

    /// The connections that there are, by peer.
    private Map<String, PeerLink> connected() {
        var up = new HashMap<String, PeerLink>();
        links.forEach((peer, link) -> {
            if (link.isDone() && !link.isCompletedExceptionally()) {
                up.put(peer, link.join());
            }
        });
        return up;
    }

    /// Stops the run: the program is asked to stop, and killed if it does not. The first reason
    /// counts.
    public void cancel(NodeFailure reason) {
        if (ended.get().isPresent()) {
            return;
        }
        var asked = control.get();
        if (asked.isPresent() && child.get().isPresent()) {
            try {
                asked.get().write(FrameKind.CANCEL);
                var _ =
                        child.get()
                                .get()
                                .process()
                                .waitFor(TIME_TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (IOException _) {
                // It is killed below.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        end(reason);
    }

    private void end(NodeFailure reason) {
        if (report.isDone()) {
            return;
        }
        ended.compareAndSet(Optional.empty(), Optional.of(reason));
        endProcess();
    }

    private void checkStillWanted() {
        ended.get()
                .ifPresent(reason -> {
                    throw reason;
                });
    }

    private void release() {
        child.get().ifPresent(Child::close);
        links.values().forEach(link -> link.cancel(true));
        // A link whose child has finished closes itself when the peer has read everything.
        if (ended.get().isPresent() || splices.isEmpty()) {
            connected().values().forEach(PeerLink::close);
        }
    }

    private void endProcess() {
        child.get().ifPresent(each -> each.process().destroyForcibly());
    }

    /// Kills the child without waiting, when the node itself ends.
    public void kill() {
        endProcess();
    }

    /// Nothing to tell anybody.
    public static void ignore(RunProgress progress) {}
}
