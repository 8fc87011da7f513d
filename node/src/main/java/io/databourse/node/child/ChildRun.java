package io.databourse.node.child;

import io.databourse.plugin.Channel;
import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext.Party;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run: connect to the node, take the job, run the program, tell what became of it.
final class ChildRun {
    /// How a connection says what it is for.
    static final String PEER = "peer";

    static final String JOURNAL = "journal";
    static final String INPUT = "input";

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);
    private static final int NODE_GONE = 5;

    private final Path socket;
    private final Frames control;

    private final Optional<Rehearsed> rehearsed;

    private ChildRun(Path socket, Frames control, Optional<Rehearsed> rehearsed) {
        this.socket = socket;
        this.control = control;
        this.rehearsed = rehearsed;
    }

    static ChildRun connect(Path socket, Optional<Rehearsed> rehearsed) throws IOException {
        return new ChildRun(socket, open(socket, Map.of()), rehearsed);
    }

    private static Frames open(Path socket, Map<String, String> hello) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        var frames =
                new Frames(
                        Channels.newInputStream(channel),
                        Channels.newOutputStream(channel),
                        channel);
        frames.write(FrameKind.HELLO, Wire.of(hello));
        return frames;
    }

    void run() throws IOException {
        var start = control.read().orElseThrow();
        if (start.kind() != FrameKind.START) {
            throw new IOException("the node said " + start.kind());
        }
        var spec = Wire.jobSpec(start.payload());
        var watcher = new Thread(new Watcher(control, Thread.currentThread()), "watcher");
        watcher.setDaemon(true);
        watcher.start();
        Files.createDirectories(spec.workspace().resolve("scratch"));
        Files.createDirectories(spec.workspace().resolve(ChildContext.HELD));
        var context =
                new ChildContext(
                        spec,
                        channels(spec),
                        new ThinProgress(control),
                        (name, input) ->
                                new NodeJournal(
                                        () -> open(socket, Map.of(JOURNAL, name, INPUT, input))));
        var outcome = outcome(spec, context);
        // The interrupt of a cancelled run must not cut off the last word.
        var _ = Thread.interrupted();
        var before = rehearsed.map(Rehearsed::cpuMillis).orElse(0L);
        control.write(FrameKind.FINISHED, Wire.of(context.report(outcome, before)));
    }

    private Map<String, Channel> channels(JobSpec spec) throws IOException {
        var channels = new HashMap<String, Channel>();
        for (var peer : spec.parties().stream().map(Party::id).toList()) {
            if (!peer.equals(spec.self())) {
                channels.put(peer, new NodeChannel(peer, open(socket, Map.of(PEER, peer))));
            }
        }
        return channels;
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // the process's log is the place for it
    private Outcome outcome(JobSpec spec, ChildContext context) {
        try {
            return plugin(spec.pluginPath()).program(spec.task(), spec.party().role()).run(context);
        } catch (InterruptedException e) {
            return new Outcome.Failed(Outcome.Blame.CALLER, "the run was cancelled");
        } catch (Channel.PeerLostException e) {
            return new Outcome.Failed(Outcome.Blame.COUNTERPARTY, String.valueOf(e.getMessage()));
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            e.printStackTrace();
            // The message might quote data, so only the kind of trouble leaves.
            return new Outcome.Failed(
                    Outcome.Blame.PLUGIN, "the program failed: " + e.getClass().getSimpleName());
        }
    }

    private ComputePlugin plugin(List<Path> path) throws IOException, ReflectiveOperationException {
        var known = rehearsed.filter(each -> each.path().equals(path));
        return known.isPresent() ? known.get().plugin() : PluginLoader.load(path);
    }

    /// Hears the node: a wish to stop, or its end.
    private record Watcher(Frames control, Thread program) implements Runnable {
        @Override
        public void run() {
            try {
                var frame = control.read();
                if (frame.isPresent() && frame.get().kind() == FrameKind.CANCEL) {
                    program.interrupt();
                    Thread.sleep(TIME_TO_STOP);
                }
            } catch (IOException | InterruptedException _) {
                // Either way there is nobody left to work for.
            }
            Runtime.getRuntime().halt(NODE_GONE);
        }
    }
}
