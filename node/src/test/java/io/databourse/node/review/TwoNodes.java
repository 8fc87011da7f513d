package io.databourse.node.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Digest;
import io.databourse.crypto.Fingerprint;
import io.databourse.node.Json;
import io.databourse.node.NodeConfig;
import io.databourse.node.NodeHomes;
import io.databourse.node.cli.ReviewCommand;
import io.databourse.node.contract.FilledForm;
import io.databourse.node.contract.Section;
import io.databourse.node.link.FakeExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An owner's and a buyer's node at an exchange in memory, with a contract between them.
final class TwoNodes {
    /// Expensive on purpose, so all tests share them.
    static final Map<String, String> HASHES =
            Map.of(
                    "wang", PasswordHash.of("wang-password".toCharArray()).text(),
                    "li", PasswordHash.of("li-password".toCharArray()).text());

    private static final String HEAP = "child.heap.megabytes=256\n";

    final FakeExchange exchange;
    final Path owner;
    final Path buyer;
    final Path source;
    String room = "{\"reviewers\":1}";
    String task = "holding/hold";
    String columns = "litres,province";
    private final Path folder;
    private final NodeHomes homes;
    private final Path plugins;

    /// @param ownRules the owner's own, for rooms
    TwoNodes(Path folder, String ownRules) throws Exception {
        this(folder, ownRules, "");
    }

    /// @param moreKeys of the owner's configuration
    TwoNodes(Path folder, String ownRules, String moreKeys) throws Exception {
        this.folder = folder;
        exchange = new FakeExchange(folder.resolve("exchange"));
        exchange.approves = true;
        plugins = Files.createDirectories(folder.resolve("plugins"));
        writeZip(plugins.resolve("holding.zip"));
        Files.copy(
                Path.of("target/test-plugins/sandbox-0.1.0.zip"), plugins.resolve("sandbox.zip"));
        source = folder.resolve("sales.csv");
        Files.writeString(source, rows());
        Files.writeString(folder.resolve("stations.csv"), stations());
        Files.writeString(folder.resolve("room.json"), ownRules);
        homes = new NodeHomes(folder, plugins, exchange);
        owner = homes.make("owner", HEAP + ownerKeys() + moreKeys);
        buyer = homes.make("buyer", HEAP);
        start(owner);
        start(buyer);
        for (int i = 0; i < 2; i++) {
            FakeExchange.next(exchange.hellos);
        }
    }

    private static String rows() {
        var text = new StringBuilder("station_id,province,litres\n");
        for (int row = 0; row < 300; row++) {
            text.append("station-")
                    .append(row)
                    .append(row % 2 == 0 ? ",Hebei," : ",Hunan,")
                    .append(7_000_000 + row)
                    .append('\n');
        }
        return text.toString();
    }

    /// A second source of the owner's: most stations are at roads, few at harbours.
    private static String stations() {
        var text = new StringBuilder("station_id,kind,owner\n");
        for (int row = 0; row < 300; row++) {
            text.append("station-").append(row).append(row < 285 ? ",road," : ",harbour,");
            text.append("owner-").append(row).append('\n');
        }
        return text.toString();
    }

    private String ownerKeys() {
        var text = new StringBuilder();
        text.append(
                """
                sources.sales.path=%s
                sources.sales.release.tasks=holding/hold,sandbox/query,sandbox/script
                sources.sales.release.purposes=planning
                sources.sales.release.result-columns=litres,province,station_id
                sources.sales.release.minimum-result=1
                sources.sales.release.until=2099-12-31
                sources.sales.release.room=%s
                sources.sales.release.synthetic-values=province
                sources.stations.path=%s
                sources.stations.release.tasks=sandbox/query
                sources.stations.release.purposes=planning
                sources.stations.release.result-columns=station_id,kind
                sources.stations.release.minimum-result=1
                sources.stations.release.until=2099-12-31
                """
                        .formatted(
                                source,
                                folder.resolve("room.json"),
                                folder.resolve("stations.csv")));
        HASHES.forEach((name, hash) ->
                text.append("reviewers.%s.password-hash=%s%n".formatted(name, hash)));
        return text.toString();
    }

    private String section() {
        return """
        {"party":"p1","source":"sales","joinColumns":[],"resultColumns":["%s"],"conditions":[]}\
        """
                .formatted(columns.replace(",", "\",\""));
    }

    void start(Path home) {
        homes.start(home);
    }

    void stop(Path home) throws InterruptedException {
        homes.stop(home);
    }

    private static void writeZip(Path zip) throws IOException {
        var name = HoldingPlugin.class.getName();
        var file = name.replace('.', '/') + ".class";
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var in = HoldingPlugin.class.getClassLoader().getResourceAsStream(file)) {
            entry(
                    out,
                    "plugin.properties",
                    "plugin.id=holding\nplugin.version=0.1.0\ndatabourse.inputs=typed\n");
            entry(out, "classes/META-INF/extensions.idx", name + "\n");
            out.putNextEntry(new ZipEntry("classes/" + file));
            Objects.requireNonNull(in).transferTo(out);
        }
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What a reviewer's command says; its trouble is thrown.
    String review(String password, String... arguments) throws IOException {
        var out = new ByteArrayOutputStream();
        new ReviewCommand(
                        NodeConfig.read(owner),
                        password::toCharArray,
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return out.toString(StandardCharsets.UTF_8);
    }

    String contract() throws IOException {
        var json = Json.object().put("type", "databourse/contract/1").put("contractId", "c-1");
        json.put("productName", "sales of stations");
        json.putObject("price").put("amount", "5000.00").put("currency", "CNY");
        json.putObject("dataset")
                .put("nodeId", "node-owner")
                .put("source", "sales")
                .put("contentHash", Digest.sha256(rows()).toString());
        if (Json.parse(room, "room").has("tables")) {
            json.putArray("tables")
                    .addObject()
                    .put("name", "stations")
                    .put("source", "stations")
                    .put("contentHash", Digest.sha256(stations()).toString());
        }
        var parties = json.putArray("parties");
        for (var party :
                List.of(List.of("PROVIDER", "node-owner"), List.of("CONSUMER", "node-buyer"))) {
            parties.addObject()
                    .put("role", party.getFirst())
                    .put("organisation", "organisation of " + party.getLast())
                    .put("creditCode", "credit-" + party.getLast())
                    .put("nodeId", party.getLast())
                    .put(
                            "signingFingerprint",
                            Fingerprint.of(exchange.signingCertificate(party.getLast())))
                    .put(
                            "channelFingerprint",
                            Fingerprint.of(exchange.channelCertificate(party.getLast())));
        }
        var policy = json.putObject("policy");
        policy.putArray("purposes").add("planning");
        policy.putArray("tasks").add(task);
        policy.put("maximumRuns", 10).put("notAfter", "2099-03-31T00:00:00+08:00");
        policy.putArray("joinColumns");
        policy.putArray("filterColumns");
        var shown = policy.putArray("resultColumns");
        List.of("litres", "province", "station_id").forEach(shown::add);
        policy.put("resultRecipient", "CONSUMER").put("minimumResultSize", 1);
        policy.set("room", Json.parse(room, "room").node());
        return Json.write(FilledForm.into(json));
    }

    /// The signatures of both parties.
    List<Map<String, String>> sign(String contract) throws InterruptedException {
        var signatures = new ArrayList<Map<String, String>>();
        for (var node : List.of("node-owner", "node-buyer")) {
            var answer =
                    exchange.ask(
                            node,
                            "SIGN_CONTRACT",
                            Json.object().put("contractId", "c-1").put("document", contract));
            if (!answer.text("status").equals("DONE")) {
                throw new AssertionError(answer.toString());
            }
            signatures.add(
                    Map.of(
                            "nodeId", node,
                            "signature", answer.child("result").text("signature"),
                            "certificate", answer.child("result").text("signingCertificate")));
        }
        return signatures;
    }

    /// The port at which a node is reached by others.
    int port(String node) {
        var endpoint = homes.endpoint(node);
        return Integer.parseInt(endpoint.substring(endpoint.indexOf(':') + 1));
    }

    String definition(String contract, int attempt, Map<String, String> parameters)
            throws IOException {
        var json =
                Json.object()
                        .put("type", "databourse/job/1")
                        .put("jobId", "j-1")
                        .put("attempt", attempt)
                        .put("contractId", "c-1")
                        .put("contractHash", Digest.sm3(contract).toString())
                        .put("task", task)
                        .put("purpose", "planning")
                        .put("minimumResultSize", 1)
                        .put("deadline", Instant.now().plusSeconds(300).toString());
        var plugin = task.substring(0, task.indexOf('/'));
        json.putObject("plugin")
                .put("id", plugin)
                .put("version", "0.1.0")
                .put("sha256", Digest.sha256(plugins.resolve(plugin + ".zip")).hex());
        json.set("parameters", Json.tree(parameters));
        var parties = json.putArray("parties");
        for (var node : List.of("node-owner", "node-buyer")) {
            var mine = node.equals("node-owner");
            var party =
                    parties.addObject()
                            .put("party", mine ? "p1" : "p2")
                            .put("role", mine ? "DATA" : "RESULT")
                            .put("nodeId", node)
                            .put("endpoint", homes.endpoint(node))
                            .put(
                                    "channelFingerprint",
                                    Fingerprint.of(exchange.channelCertificate(node)))
                            .put("receivesResult", !mine);
            if (mine) {
                party.put("sectionHash", Section.hash("salt", section()));
            }
        }
        return Json.write(json);
    }

    private final Map<String, List<Map<String, String>>> signed = new HashMap<>();

    /// The owner's answer to PREPARE_JOB, or else the buyer's.
    Json prepare(int attempt, Map<String, String> parameters) throws Exception {
        var contract = contract();
        var signatures = signed.get(contract);
        if (signatures == null) {
            signatures = sign(contract);
            signed.put(contract, signatures);
        }
        var definition = definition(contract, attempt, parameters);
        Json answer = new Json(Json.object(), "none");
        for (var node : List.of("node-owner", "node-buyer")) {
            var payload = attempt(attempt).put("definition", definition);
            payload.putObject("contract")
                    .put("document", contract)
                    .set("signatures", Json.tree(signatures));
            if (node.equals("node-owner")) {
                payload.put("section", section()).put("sectionSalt", "salt");
            }
            answer = exchange.ask(node, "PREPARE_JOB", payload);
            if (!answer.text("status").equals("DONE")) {
                return answer;
            }
        }
        return answer;
    }

    /// Runs an attempt to its end; the reports by party.
    Map<String, Json> run(int attempt, Map<String, String> parameters) throws Exception {
        var prepared = prepare(attempt, parameters);
        if (!prepared.text("status").equals("DONE")) {
            throw new AssertionError(prepared.toString());
        }
        for (var node : List.of("node-owner", "node-buyer")) {
            exchange.ask(node, "START_JOB", attempt(attempt));
        }
        var reports = new HashMap<String, Json>();
        for (int i = 0; i < 2; i++) {
            var report = FakeExchange.next(exchange.reports);
            var document = Json.parse(report.text("document"), "report");
            reports.put(document.text("party"), document);
        }
        return reports;
    }

    static ObjectNode attempt(int attempt) {
        return Json.object().put("jobId", "j-1").put("attempt", attempt);
    }

    void close() throws Exception {
        homes.stopAll();
        exchange.close();
    }
}
