package io.databourse.node.cli;

import io.databourse.crypto.Pem;
import io.databourse.node.Json;
import io.databourse.node.Node;
import io.databourse.node.NodeConfig;
import io.databourse.node.keys.NodeKeys;
import io.databourse.node.link.Enrolment;
import io.databourse.node.link.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// Tells how a node is, from what it keeps in its home.
public final class StatusCommand {
    private final NodeConfig config;

    public StatusCommand(NodeConfig config) {
        this.config = config;
    }

    public String text() throws IOException {
        var text = new StringBuilder();
        line(text, "name", config.name());
        var member = Enrolment.find(config);
        line(text, "node id", member.map(Enrolment.Membership::nodeId).orElse("not enrolled"));
        line(text, "organisation", member.map(Enrolment.Membership::organisation).orElse("-"));
        if (member.isPresent()) {
            var keys = NodeKeys.createOrLoad(config.keysFolder(), config.name());
            line(text, "signing certificate", validity(keys.signingCertificate()));
            line(text, "channel certificate", validity(keys.channelCertificate()));
        }
        var authority = Pem.certificate(Files.readString(config.exchange().authority()));
        line(text, "exchange", config.exchange().url() + ", authority " + validity(authority));
        line(text, "channels", config.channel().endpoint());
        running(text);
        for (var review : Outbox.notTaken(config.outboxFolder())) {
            line(text, "review not taken", review);
        }
        for (var source : config.sources()) {
            var release = config.releases().get(source.name());
            line(
                    text,
                    "source " + source.name(),
                    source.format()
                            + " "
                            + source.path()
                            + (release == null
                                    ? ", not released"
                                    : ", released for "
                                            + String.join(", ", release.tasks())
                                            + " until "
                                            + release.until()));
        }
        return text.toString();
    }

    private void running(StringBuilder text) throws IOException {
        var file = Node.statusFile(config);
        var status =
                Files.exists(file)
                        ? Optional.of(Json.parse(Files.readString(file), "status"))
                        : Optional.<Json>empty();
        var alive =
                status.flatMap(each -> ProcessHandle.of(each.number("pid")))
                        .filter(ProcessHandle::isAlive);
        if (status.isEmpty() || alive.isEmpty()) {
            line(text, "process", "not running");
            return;
        }
        line(text, "process", Long.toString(alive.get().pid()));
        line(text, "link", status.get().text("link"));
        line(text, "isolation of jobs", status.get().text("isolation"));
        var jobs = status.get().texts("jobs");
        line(text, "running jobs", jobs.isEmpty() ? "none" : String.join(", ", jobs));
    }

    private static String validity(java.security.cert.X509Certificate certificate) {
        return "valid until " + certificate.getNotAfter().toInstant();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-22s %s%n", name, value));
    }
}
