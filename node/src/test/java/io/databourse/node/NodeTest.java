package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Digest;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.node.cli.StatusCommand;
import io.databourse.node.contract.Section;
import io.databourse.node.link.FakeExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole nodes against a fake exchange.
class NodeTest {
    private static final Path SAMPLES = Path.of("../samples/s2-bank-airline").toAbsolutePath();

    @TempDir Path folder;
    private FakeExchange exchange;
    private NodeHomes homes;

    @BeforeEach
    void start() throws Exception {
        exchange = new FakeExchange(folder.resolve("fake"));
        homes = new NodeHomes(folder, Path.of("target/test-plugins").toAbsolutePath(), exchange);
    }

    @AfterEach
    void stop() throws Exception {
        homes.stopAll();
        exchange.close();
    }

    @Test
    @Tag("K08")
    void a_node_enrols_across_a_restart_and_serves_again_after_the_exchange_was_away()
            throws Exception {
        var home = home("airline", airline());
        homes.start(home);
        while (!Files.exists(home.resolve("state/enrolment.json"))) {
            Thread.onSpinWait();
        }
        homes.stop(home);
        exchange.approves = true;
        homes.start(home);
        var hello = FakeExchange.next(exchange.hellos);
        assertThat(exchange.enrolments).hasValue(1);
        assertThat(hello.list("sources", each -> each.text("name"))).containsExactly("members");
        assertThat(hello.list("plugins", each -> each.text("id")))
                .containsExactly("mpc", "sandbox");
        var profile = exchange.ask("node-airline", "PROFILE_SOURCE", source("members"));
        assertThat(profile.text("status")).isEqualTo("DONE");
        assertThat(profile.child("result").number("rowCount")).isEqualTo(6097);
        exchange.stop();
        exchange.restart();
        assertThat(exchange.ask("node-airline", "PROFILE_SOURCE", source("gone")).text("code"))
                .isEqualTo("SOURCE_UNKNOWN");
        assertThat(new StatusCommand(NodeConfig.read(home)).text())
                .contains("node-airline", "members", "released for mpc/psi");
    }

    @Test
    @Tag("K02")
    @Tag("Q02")
    void three_nodes_sign_run_report_and_deliver_462_customers() throws Exception {
        exchange.approves = true;
        enrolThree();
        var contract = contract();
        var signatures = new ArrayList<Map<String, String>>();
        for (var node : List.of("node-airline", "node-bank")) {
            var signed =
                    exchange.ask(
                            node,
                            "SIGN_CONTRACT",
                            Json.object().put("contractId", "c-1").put("document", contract));
            assertThat(signed.text("status")).as(signed.toString()).isEqualTo("DONE");
            var result = signed.child("result");
            assertThat(
                            SignatureVerifier.verifyDocument(
                                    exchange.signingCertificate(node),
                                    contract,
                                    result.text("signature")))
                    .isTrue();
            signatures.add(
                    Map.of(
                            "nodeId", node,
                            "signature", result.text("signature"),
                            "certificate", result.text("signingCertificate")));
        }
        var definition = definition(contract);
        for (var node : List.of("node-bank", "node-airline", "node-exchange")) {
            var prepared =
                    exchange.ask(
                            node, "PREPARE_JOB", prepare(node, contract, signatures, definition));
            assertThat(prepared.text("status")).as(prepared.toString()).isEqualTo("DONE");
            assertThat(
                            SignatureVerifier.verifyDocument(
                                    exchange.signingCertificate(node),
                                    definition,
                                    prepared.child("result").text("acceptance")))
                    .isTrue();
        }
        var attempt = Json.object().put("jobId", "j-1").put("attempt", 1);
        for (var node : List.of("node-bank", "node-airline", "node-exchange")) {
            assertThat(exchange.ask(node, "START_JOB", attempt).text("status")).isEqualTo("DONE");
        }
        for (int i = 0; i < 3; i++) {
            var report = FakeExchange.next(exchange.reports);
            var document = Json.parse(report.text("document"), "report");
            assertThat(document.text("outcome")).as(report.toString()).isEqualTo("COMPLETED");
            assertThat(document.flag("keysDestroyed")).as(report.toString()).isTrue();
            assertThat(
                            SignatureVerifier.verifyDocument(
                                    exchange.signingCertificate(document.text("nodeId")),
                                    report.text("document"),
                                    report.text("signature")))
                    .isTrue();
            assertThat(document.find("resultHash").isPresent())
                    .isEqualTo(document.text("nodeId").equals("node-bank"));
        }
        var results = folder.resolve("bank/results/j-1");
        assertThat(results).doesNotExist();
        for (int twice = 0; twice < 2; twice++) {
            var delivered = exchange.ask("node-bank", "DELIVER_RESULT", attempt);
            assertThat(delivered.child("result").number("rows")).isEqualTo(462);
        }
        assertThat(Files.readAllLines(results.resolve("result.csv"))).hasSize(463);
        for (var node : List.of("node-bank", "node-airline", "node-exchange")) {
            exchange.ask(node, "FINISH_JOB", attempt);
        }
        for (var node : List.of("bank", "airline", "exchange")) {
            assertThat(folder.resolve(node).resolve("work")).isEmptyDirectory();
        }
        assertThat(results.resolve("receipt.json")).exists();
    }

    @Test
    void a_job_that_a_restart_cut_off_is_reported_as_failed_once_and_leaves_nothing()
            throws Exception {
        exchange.approves = true;
        var home = home("airline", airline());
        homes.start(home);
        FakeExchange.next(exchange.hellos);
        homes.stop(home);
        Files.createDirectories(home.resolve("work/j-9-2"));
        Files.writeString(
                home.resolve("state/jobs/j-9-2.json"),
                """
                {"jobId":"j-9","attempt":2,"contractId":"c","party":"p2","phase":"RUNNING"}
                """);
        homes.start(home);
        var document = Json.parse(FakeExchange.next(exchange.reports).text("document"), "report");
        assertThat(document.text("outcome")).isEqualTo("FAILED");
        assertThat(document.text("blame")).isEqualTo("RESOURCES");
        assertThat(document.text("detail")).isEqualTo("node restarted");
        assertThat(home.resolve("work/j-9-2")).doesNotExist();
        FakeExchange.next(exchange.hellos);
        // What the exchange has not acknowledged when a node stops is sent again by the next one.
        while (!isEmpty(home.resolve("state/outbox"))) {
            Thread.onSpinWait();
        }
        homes.stop(home);
        homes.start(home);
        FakeExchange.next(exchange.hellos);
        var late = exchange.ask("node-airline", "START_JOB", attempt("j-9", 2));
        assertThat(late.text("code")).isEqualTo("NODE_RESTARTED");
        assertThat(exchange.reports).isEmpty();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static ObjectNode attempt(String jobId, int attempt) {
        return Json.object().put("jobId", jobId).put("attempt", attempt);
    }

    private void enrolThree() throws Exception {
        homes.start(home("airline", airline()));
        homes.start(home("bank", "sources.customers.path=" + SAMPLES.resolve("bank.csv") + "\n"));
        homes.start(home("exchange", ""));
        for (int i = 0; i < 3; i++) {
            FakeExchange.next(exchange.hellos);
        }
    }

    private static String airline() {
        return """
        sources.members.path=%s
        sources.members.release.tasks=mpc/psi
        sources.members.release.purposes=marketing
        sources.members.release.join-columns=mobile
        sources.members.release.filter-columns=tier,flights_12m
        sources.members.release.minimum-result=20
        sources.members.release.until=2099-12-31
        """
                .formatted(SAMPLES.resolve("airline.csv"));
    }

    private String contract() throws IOException {
        var json = Json.object().put("type", "databourse/contract/1").put("contractId", "c-1");
        json.putObject("dataset")
                .put("nodeId", "node-airline")
                .put("source", "members")
                .put("contentHash", Digest.sha256(SAMPLES.resolve("airline.csv")).toString());
        var parties = json.putArray("parties");
        for (var party :
                List.of(
                        List.of("PROVIDER", "node-airline"),
                        List.of("CONSUMER", "node-bank"),
                        List.of("COMPUTE", "node-exchange"))) {
            parties.addObject()
                    .put("role", party.getFirst())
                    .put("nodeId", party.getLast())
                    .put(
                            "signingFingerprint",
                            Fingerprint.of(exchange.signingCertificate(party.getLast())))
                    .put(
                            "channelFingerprint",
                            Fingerprint.of(exchange.channelCertificate(party.getLast())));
        }
        var policy = json.putObject("policy");
        policy.putArray("purposes").add("marketing");
        policy.putArray("tasks").add("mpc/psi");
        policy.put("maximumRuns", 10).put("notAfter", "2099-03-31T00:00:00+08:00");
        policy.putArray("joinColumns").add("mobile");
        policy.putArray("filterColumns").add("tier").add("flights_12m");
        policy.putArray("resultColumns");
        policy.put("resultRecipient", "CONSUMER").put("minimumResultSize", 20);
        return Json.write(json);
    }

    private String definition(String contract) throws IOException {
        var zip = Path.of("target/test-plugins/mpc-0.1.0.zip");
        var json =
                Json.object()
                        .put("type", "databourse/job/1")
                        .put("jobId", "j-1")
                        .put("attempt", 1)
                        .put("contractId", "c-1")
                        .put("contractHash", Digest.sm3(contract).toString())
                        .put("task", "mpc/psi")
                        .put("purpose", "marketing")
                        .put("minimumResultSize", 20)
                        .put("deadline", Instant.now().plusSeconds(300).toString());
        json.putObject("plugin")
                .put("id", "mpc")
                .put("version", "0.1.0")
                .put("sha256", Digest.sha256(zip).hex());
        var parties = json.putArray("parties");
        for (var node : List.of("node-bank", "node-airline", "node-exchange")) {
            var party =
                    parties.addObject()
                            .put("party", party(node))
                            .put("role", node.equals("node-exchange") ? "COMPUTE" : "DATA")
                            .put("nodeId", node)
                            .put("endpoint", homes.endpoint(node))
                            .put(
                                    "channelFingerprint",
                                    Fingerprint.of(exchange.channelCertificate(node)))
                            .put("receivesResult", node.equals("node-bank"));
            if (!section(node).isEmpty()) {
                party.put("sectionHash", Section.hash("salt", section(node)));
            }
        }
        return Json.write(json);
    }

    private static String party(String node) {
        return switch (node) {
            case "node-bank" -> "p1";
            case "node-airline" -> "p2";
            default -> "p3";
        };
    }

    private static String section(String node) {
        return switch (node) {
            case "node-bank" ->
                    """
                    {"party":"p1","source":"customers","joinColumns":["mobile"],
                     "resultColumns":["customer_id"],"conditions":[
                     {"column":"aum_cny","operator":"BETWEEN","values":["500000","6000000"]}]}
                    """;
            case "node-airline" ->
                    """
                    {"party":"p2","source":"members","joinColumns":["mobile"],
                     "resultColumns":[],"conditions":[
                     {"column":"tier","operator":"IN","values":["GOLD","PLATINUM"]},
                     {"column":"flights_12m","operator":"GE","values":["12"]}]}
                    """;
            default -> "";
        };
    }

    private static ObjectNode prepare(
            String node, String contract, List<Map<String, String>> signatures, String definition) {
        var json = attempt("j-1", 1).put("definition", definition);
        json.putObject("contract")
                .put("document", contract)
                .set("signatures", Json.tree(signatures));
        if (!section(node).isEmpty()) {
            json.put("section", section(node)).put("sectionSalt", "salt");
        }
        return json;
    }

    private static ObjectNode source(String name) {
        return Json.object().put("profileId", "f-1").put("source", name);
    }

    private Path home(String name, String keys) throws IOException {
        return homes.make(name, "child.heap.megabytes=64\n" + keys);
    }
}
