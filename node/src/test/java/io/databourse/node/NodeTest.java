package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Digest;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.node.cli.StatusCommand;
import io.databourse.node.contract.RunRecord;
import io.databourse.node.contract.RunsBegun;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whole nodes against a fake exchange.
class NodeTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;
    private FakeExchange exchange;
    private NodeHomes homes;
    private ThreeNodes three;

    @BeforeEach
    void start() throws Exception {
        exchange = new FakeExchange(folder.resolve("fake"));
        homes = new NodeHomes(folder, Path.of("target/test-plugins").toAbsolutePath(), exchange);
        three = new ThreeNodes(exchange, homes);
    }

    @AfterEach
    void stop() throws Exception {
        homes.stopAll();
        exchange.close();
    }

    @Test
    @Timeout(300)
    @Tag("K08")
    void a_node_enrols_across_a_restart_and_serves_again_after_the_exchange_was_away()
            throws Exception {
        var home = ThreeNodes.home(homes, "airline", ThreeNodes.airline());
        homes.start(home);
        while (!Files.exists(home.resolve("state/enrolment.json"))) {
            Thread.sleep(20);
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
    void a_node_signs_a_supplement_only_of_a_contract_that_both_have_signed() throws Exception {
        three.start("");
        var contract = three.contract();
        var signatures = three.sign(contract);
        var hash = Digest.sm3(contract).toString();
        var json =
                Json.object()
                        .put("type", "databourse/supplement/1")
                        .put("supplementId", "s-1")
                        .put("contractId", "c-1")
                        .put("contractHash", hash)
                        .put("follows", hash)
                        .put("units", 5)
                        .put("validUntil", "2099-06-30T00:00:00Z");
        json.putObject("rollover").put("mode", "ALL");
        var supplement = Json.write(json);

        var signed =
                exchange.ask(
                        "node-airline", "SIGN_SUPPLEMENT", of(contract, signatures, supplement));
        assertThat(signed.text("status")).as(signed.toString()).isEqualTo("DONE");
        assertThat(
                        SignatureVerifier.verifyDocument(
                                exchange.signingCertificate("node-airline"),
                                supplement,
                                signed.child("result").text("signature")))
                .isTrue();
        var half = of(contract, signatures.subList(0, 1), supplement);
        assertThat(exchange.ask("node-bank", "SIGN_SUPPLEMENT", half).text("code"))
                .isEqualTo("CONTRACT_NOT_SIGNED");
    }

    private static ObjectNode of(
            String contract, List<Map<String, String>> signatures, String supplement) {
        var payload = Json.object().put("document", supplement);
        var whole = payload.putObject("contract").put("document", contract);
        whole.set("signatures", Json.tree(signatures));
        whole.putArray("supplements");
        return payload;
    }

    @Test
    @Tag("K02")
    @Tag("Q02")
    void three_nodes_sign_run_report_and_deliver_462_customers() throws Exception {
        three.start("");
        var contract = three.contract();
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
        var definition = three.definition(contract);
        for (var node : ThreeNodes.ALL) {
            var prepared =
                    exchange.ask(
                            node,
                            "PREPARE_JOB",
                            three.prepare(node, contract, signatures, definition));
            assertThat(prepared.text("status")).as(prepared.toString()).isEqualTo("DONE");
            assertThat(
                            SignatureVerifier.verifyDocument(
                                    exchange.signingCertificate(node),
                                    definition,
                                    prepared.child("result").text("acceptance")))
                    .isTrue();
        }
        var attempt = Json.object().put("jobId", "j-1").put("attempt", 1);
        for (var node : ThreeNodes.ALL) {
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
        for (var node : ThreeNodes.ALL) {
            exchange.ask(node, "FINISH_JOB", attempt);
        }
        for (var node : List.of("bank", "airline", "exchange")) {
            assertThat(folder.resolve(node).resolve("work")).isEmptyDirectory();
        }
        assertThat(results.resolve("receipt.json")).exists();
    }

    @Test
    @Timeout(300)
    void a_job_that_a_restart_cut_off_is_reported_as_failed_once_and_its_run_is_given_back()
            throws Exception {
        exchange.approves = true;
        var home = ThreeNodes.home(homes, "airline", ThreeNodes.airline());
        homes.start(home);
        FakeExchange.next(exchange.hellos);
        homes.stop(home);
        Files.createDirectories(home.resolve("work/j-9-2"));
        Files.writeString(
                home.resolve("state/jobs/j-9-2.json"),
                """
                {"jobId":"j-9","attempt":2,"contractId":"c","party":"p2","phase":"RUNNING"}
                """);
        var runs = new RunRecord(home.resolve("state/runs"));
        runs.add("c", "j-9", NOON);
        homes.start(home);
        var document = Json.parse(FakeExchange.next(exchange.reports).text("document"), "report");
        assertThat(document.text("outcome")).isEqualTo("FAILED");
        assertThat(document.text("blame")).isEqualTo("RESOURCES");
        assertThat(document.text("detail")).isEqualTo("node restarted");
        assertThat(home.resolve("work/j-9-2")).doesNotExist();
        FakeExchange.next(exchange.hellos);
        // What the exchange has not acknowledged when a node stops is sent again by the next one.
        while (!isEmpty(home.resolve("state/outbox"))) {
            Thread.sleep(20);
        }
        homes.stop(home);
        homes.start(home);
        FakeExchange.next(exchange.hellos);
        var late = exchange.ask("node-airline", "START_JOB", attempt("j-9", 2));
        assertThat(late.text("code")).isEqualTo("NODE_RESTARTED");
        assertThat(runs.jobs("c").counted()).containsOnlyKeys("j-9");
        exchange.ask("node-airline", "ABORT_JOB", attempt("j-9", 2).put("contractId", "c"));
        assertThat(runs.jobs("c")).isEqualTo(new RunsBegun(Map.of(), Map.of("j-9", NOON)));
        assertThat(exchange.reports).isEmpty();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    static ObjectNode attempt(String jobId, int attempt) {
        return Json.object().put("jobId", jobId).put("attempt", attempt);
    }

    private static ObjectNode source(String name) {
        return Json.object().put("profileId", "f-1").put("source", name);
    }
}
