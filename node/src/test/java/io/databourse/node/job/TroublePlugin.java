package io.databourse.node.job;

import io.databourse.plugin.ComputePlugin;
import io.databourse.plugin.Outcome;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A plugin whose tasks go wrong in all the ways that a node has to survive. The tests put it into
/// a zip of its own.
public class TroublePlugin implements ComputePlugin {
    private static int rehearsals;

    /// It throws.
    public static final class Panicking extends TroublePlugin {
        @Override
        public void rehearse(Path folder) {
            throw new IllegalStateException("stage fright");
        }
    }

    /// It goes on for ever.
    public static final class Endless extends TroublePlugin {
        @Override
        public void rehearse(Path folder) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void rehearse(Path folder) throws InterruptedException, IOException {
        Files.writeString(folder.resolve("made-up"), "rows");
        rehearsals++;
    }

    @Override
    public PluginCard card() {
        throw new UnsupportedOperationException("nodes do not read cards");
    }

    @Override
    public Plan plan(TaskRequest request) {
        throw new UnsupportedOperationException("nodes do not plan");
    }

    @Override
    public PartyProgram program(String task, String role) {
        return switch (task) {
            case "exit" ->
                    _ -> {
                        Runtime.getRuntime().halt(7);
                        return new Outcome.Completed(1);
                    };
            case "throw" ->
                    _ -> {
                        throw new IllegalStateException("a secret value");
                    };
            case "memory" -> _ -> fillMemory();
            case "hang" -> _ -> hang();
            case "slow" -> TroublePlugin::slow;
            case "look" ->
                    context -> {
                        var port = (int) context.parameters().whole("port").orElseThrow();
                        context.meter().count("network", connects(port) ? 1 : 0);
                        context.meter().count("variables", System.getenv().size());
                        context.meter().count("node", seesNode() ? 1 : 0);
                        context.meter().count("rehearsals", rehearsals);
                        return new Outcome.Completed(1);
                    };
            default -> throw new IllegalArgumentException(task);
        };
    }

    private static Outcome fillMemory() {
        List<byte[]> kept = new ArrayList<>();
        for (int size = 0; size >= 0; size = kept.size()) {
            kept.add(new byte[1 << 20]);
        }
        return new Outcome.Completed(1);
    }

    /// The first party is at work for some time, and the second waits for it.
    private static Outcome slow(PartyContext context) throws InterruptedException {
        if (context.self().id().equals("p2")) {
            var message = context.channel("p1").receive();
            return message.isPresent()
                    ? new Outcome.Completed(1)
                    : new Outcome.Failed(Outcome.Blame.COUNTERPARTY, "not a word");
        }
        long millis = context.parameters().whole("millis").orElseThrow();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            context.progress().report("working", 0, 0, "");
        }
        context.channel("p2").send(ByteBuffer.allocate(1));
        return new Outcome.Completed(1);
    }

    @SuppressWarnings("InfiniteLoop") // that is the trouble
    private static Outcome hang() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static boolean connects(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean seesNode() {
        try {
            return Class.forName("io.databourse.node.child.Main") != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
