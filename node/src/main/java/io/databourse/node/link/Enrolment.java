package io.databourse.node.link;

import io.databourse.crypto.Pem;
import io.databourse.crypto.PrivateFile;
import io.databourse.node.ConfigProblem;
import io.databourse.node.Json;
import io.databourse.node.NodeConfig;
import io.databourse.node.keys.ChannelTls;
import io.databourse.node.keys.NodeKeys;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Gets the node's certificates from the exchange: asks with a one-time token, and waits until an
/// operator has approved. Each step is kept on disk, so a restart goes on where it was.
public final class Enrolment {
    private static final Logger LOG = System.getLogger(Enrolment.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final NodeConfig config;
    private final NodeKeys keys;
    private final String version;
    private final Path pending;
    private final Path membership;

    public Enrolment(NodeConfig config, NodeKeys keys, String version) {
        this.config = config;
        this.keys = keys;
        this.version = version;
        this.pending = config.stateFolder().resolve("enrolment.json");
        this.membership = membership(config);
    }

    private static Path membership(NodeConfig config) {
        return config.stateFolder().resolve("membership.json");
    }

    /// What the exchange calls this node.
    ///
    /// @param organisation whose node it is
    public record Membership(String nodeId, String organisation) {}

    /// The membership, if the node was approved already.
    public static Optional<Membership> find(NodeConfig config) {
        try {
            var json = Json.parse(Files.readString(membership(config)), "membership");
            return Optional.of(
                    new Membership(json.text("nodeId"), json.find("organisation").orElse("")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Returns when the node is a member.
    ///
    /// @throws ConfigProblem if it was rejected or has no token
    public Membership complete() throws IOException, InterruptedException {
        var known = find(config);
        if (known.isPresent() && keys.certified()) {
            return known.get();
        }
        var token = token();
        var root = Pem.certificate(Files.readString(config.exchange().authority()));
        var tls = ChannelTls.forExchange(Optional.empty(), root);
        try (var client = new ExchangeClient(config.exchange().url(), tls)) {
            return waitForApproval(client, token);
        }
    }

    private String token() throws IOException {
        var file =
                config.exchange()
                        .joinToken()
                        .orElseThrow(() ->
                                new ConfigProblem(
                                        "join.token.file is missing: the node is not"
                                                + " enrolled yet"));
        if (!Files.isReadable(file)) {
            throw new ConfigProblem("join.token.file is " + file + ", which cannot be read");
        }
        return Files.readString(file).strip();
    }

    private Membership waitForApproval(ExchangeClient client, String token)
            throws IOException, InterruptedException {
        var backoff = new Backoff();
        while (true) {
            try {
                var id = ask(client, token);
                var answer =
                        Json.parse(
                                client.getWith("/enrolments/" + id, "Join-Token", token),
                                "enrolment");
                backoff.reset();
                switch (answer.text("state")) {
                    case "APPROVED" -> {
                        return accept(answer);
                    }
                    case "REJECTED" ->
                            throw new ConfigProblem("the exchange has rejected this node");
                    default -> Thread.sleep(BETWEEN_LOOKS);
                }
            } catch (ExchangeClient.RejectedException e) {
                if (!e.temporary()) {
                    throw new ConfigProblem("the exchange does not enrol: " + e.getMessage());
                }
                LOG.log(Level.WARNING, "{0}", e.getMessage());
                backoff.pause();
            } catch (IOException e) {
                LOG.log(Level.INFO, "the exchange cannot be reached: {0}", e.toString());
                backoff.pause();
            }
        }
    }

    private String ask(ExchangeClient client, String token)
            throws IOException, InterruptedException {
        if (Files.exists(pending)) {
            return Json.parse(Files.readString(pending), "enrolment").text("enrolmentId");
        }
        var request =
                Json.object()
                        .put("joinToken", token)
                        .put("name", config.name())
                        .put("channelEndpoint", config.channel().endpoint())
                        .put("signingCsr", keys.signingRequest().toPem())
                        .put("channelCsr", keys.channelRequest().toPem())
                        .put("version", version);
        var answer = client.postForJson("/enrolments", Json.write(request));
        var id = answer.text("enrolmentId");
        write(pending, Json.write(Json.object().put("enrolmentId", id)));
        LOG.log(
                Level.INFO,
                "enrolment {0} waits for approval; signing key {1}, channel key {2}",
                id,
                keys.signingRequest().keyFingerprint(),
                keys.channelRequest().keyFingerprint());
        return id;
    }

    private Membership accept(Json answer) throws IOException {
        keys.certify(
                new NodeKeys.Issued(
                        Pem.certificate(answer.text("signingCertificate")),
                        Pem.certificate(answer.text("channelCertificate")),
                        Pem.certificate(answer.text("signingCa")),
                        Pem.certificate(answer.text("channelCa"))));
        var member = new Membership(answer.text("nodeId"), answer.find("organisation").orElse(""));
        // Last, because it says that all the rest is there.
        write(
                membership,
                Json.write(
                        Json.object()
                                .put("nodeId", member.nodeId())
                                .put("organisation", member.organisation())));
        Files.deleteIfExists(pending);
        LOG.log(Level.INFO, "enrolled as {0}", member.nodeId());
        return member;
    }

    private void write(Path file, String text) throws IOException {
        PrivateFile.createDirectories(config.stateFolder());
        PrivateFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
