package io.databourse.node.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.node.Answer;
import io.databourse.node.Json;
import io.databourse.node.NodeFailure;
import io.databourse.node.job.JobReports;
import io.databourse.node.job.RunProgress;
import io.databourse.node.keys.Revocations;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The link to the exchange: says hello, asks for instructions again and again, and sends answers
/// and reports. When the exchange is away it tries until it is back.
public final class ExchangeLink implements JobReports, AutoCloseable {
    private static final Logger LOG = System.getLogger(ExchangeLink.class.getName());
    private static final Duration WAIT = Duration.ofSeconds(25);

    private final ExchangeClient client;
    private final Outbox outbox;
    private final Revocations revocations;
    private final Consumer<State> states;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private volatile Set<BigInteger> revoked = Set.of();

    public enum State {
        CONNECTING,
        CONNECTED,
        /// The exchange does not accept the node's certificate.
        UNAUTHORISED
    }

    /// Starts to send what an earlier process left in the outbox.
    public ExchangeLink(
            ExchangeClient client, Path outbox, Revocations revocations, Consumer<State> states)
            throws IOException {
        this.client = client;
        this.outbox = new Outbox(outbox, client);
        this.revocations = revocations;
        this.states = states;
    }

    /// Serial numbers of withdrawn certificates of both authorities.
    public Set<BigInteger> revoked() {
        return revoked;
    }

    /// Serves until the thread is interrupted.
    public void run(Supplier<ObjectNode> hello, InstructionHandler handler)
            throws InterruptedException {
        var backoff = new Backoff();
        while (true) {
            states.accept(State.CONNECTING);
            try {
                greet(hello.get());
                LOG.log(Level.INFO, "connected to the exchange");
                states.accept(State.CONNECTED);
                while (true) {
                    refresh();
                    var list = client.poll("/instructions?wait=" + WAIT.toSeconds(), WAIT);
                    backoff.reset();
                    take(list, handler);
                    states.accept(State.CONNECTED);
                }
            } catch (ExchangeClient.RejectedException e) {
                LOG.log(Level.WARNING, "{0}", e.getMessage());
                if (e.status() == 401) {
                    states.accept(State.UNAUTHORISED);
                }
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(Level.INFO, "the link to the exchange is down: {0}", e.toString());
            }
            backoff.pause();
        }
    }

    private void greet(ObjectNode hello) throws IOException, InterruptedException {
        var answer = client.postForJson("/hello", Json.write(hello));
        var serials = new HashSet<BigInteger>();
        for (var serial : answer.texts("revokedSerials")) {
            serials.addAll(serials(serial));
        }
        revoked = Set.copyOf(serials);
    }

    /// Serial numbers are written in hex by some and in decimal by others. Taking both is safe: a
    /// number of 127 random bits is not another one by accident.
    private static Set<BigInteger> serials(String text) {
        var found = new HashSet<BigInteger>();
        if (text.matches("[0-9a-fA-F]+")) {
            found.add(new BigInteger(text, 16));
        }
        if (text.matches("[0-9]+")) {
            found.add(new BigInteger(text));
        }
        return found;
    }

    private void refresh() throws IOException, InterruptedException {
        revocations.update(client.bytes("/revocations"));
    }

    private void take(String list, InstructionHandler handler) throws IOException {
        var unsent = outbox.paths();
        var fresh = 0;
        for (var instruction : Json.parseList(list, "instructions")) {
            var id = instruction.text("id");
            if (!unsent.contains(answerPath(id)) && taken.add(id)) {
                fresh++;
                Thread.ofVirtual()
                        .name("instruction-" + id)
                        .start(() -> answer(id, instruction, handler));
            }
        }
        if (fresh == 0 && !list.equals("[]")) {
            // Everything listed is being worked on; asking again at once would only spin.
            pauseBriefly();
        }
    }

    private static void pauseBriefly() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String id, Json instruction, InstructionHandler handler) {
        var type = instruction.find("type").orElse("");
        Answer answer;
        try {
            answer = handler.handle(type, instruction.child("payload"));
        } catch (NodeFailure e) {
            answer = Answer.failed(e.code(), e.detail());
        } catch (IllegalArgumentException e) {
            answer = Answer.refused("DEFINITION_INVALID", String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            // The node ends; the instruction comes again.
            Thread.currentThread().interrupt();
            return;
        } catch (Exception e) {
            LOG.log(Level.ERROR, "instruction " + id + " failed", e);
            answer = Answer.failed("NODE_FAILED", "the node has a fault");
        }
        LOG.log(Level.INFO, "{0} {1}: {2} {3}", type, id, answer.status(), answer.code());
        outbox.put(answerPath(id), answer.toJson());
    }

    private static String answerPath(String id) {
        return "/instructions/" + id + "/answer";
    }

    @Override
    public void progress(String jobId, int attempt, RunProgress progress) {
        var made = progress.made();
        var body =
                Json.object()
                        .put("attempt", attempt)
                        .put("phase", made.phase())
                        .put("done", made.done())
                        .put("total", made.total())
                        .put("unit", made.unit());
        body.putObject("traffic").put("sent", progress.sent()).put("received", progress.received());
        Thread.ofVirtual().name("progress").start(() -> tell(jobId, Json.write(body)));
    }

    private void tell(String jobId, String body) {
        try {
            client.post("/jobs/" + jobId + "/progress", body);
        } catch (IOException _) {
            // The next one will tell more anyway.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void report(String jobId, int attempt, String document, String signature) {
        outbox.put(
                "/jobs/" + jobId + "/reports",
                Json.write(
                        Json.object()
                                .put("attempt", attempt)
                                .put("document", document)
                                .put("signature", signature)));
    }

    @Override
    public void close() {
        outbox.close();
        client.close();
    }
}
