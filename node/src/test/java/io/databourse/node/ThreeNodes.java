package io.databourse.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Digest;
import io.databourse.crypto.Fingerprint;
import io.databourse.node.contract.FilledForm;
import io.databourse.node.contract.Section;
import io.databourse.node.link.FakeExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A bank that buys from an airline, and the exchange's compute node, which has no part in tasks
/// between two.
final class ThreeNodes {
    static final Path SAMPLES = Path.of("../samples/s2-bank-airline").toAbsolutePath();
    private static final String COMPUTE = "node-exchange";
    static final List<String> ALL = List.of("node-bank", "node-airline", COMPUTE);

    String task = "mpc/psi";
    List<String> airlineColumns = List.of();
    List<String> bankColumns = List.of("customer_id");
    Map<String, String> parameters = Map.of();
    int attempt = 1;

    /// Whether the airline receives rows of its own as well, and the bank's node tells matches.
    boolean both;

    private final FakeExchange exchange;
    private final NodeHomes homes;

    ThreeNodes(FakeExchange exchange, NodeHomes homes) {
        this.exchange = exchange;
        this.homes = homes;
    }

    /// @param airlineKeys of the airline's configuration, beside those of its source
    void start(String airlineKeys) throws Exception {
        exchange.approves = true;
        homes.start(home(homes, "airline", airline() + airlineKeys));
        homes.start(
                home(
                        homes,
                        "bank",
                        "sources.customers.path=%s\nsources.customers.tell-matches=%s\n"
                                .formatted(SAMPLES.resolve("bank.csv"), both)));
        homes.start(home(homes, "exchange", ""));
        for (int i = 0; i < 3; i++) {
            FakeExchange.next(exchange.hellos);
        }
    }

    static Path home(NodeHomes homes, String name, String keys) throws IOException {
        return homes.make(name, "child.heap.megabytes=64\n" + keys);
    }

    static String airline() {
        return """
        sources.members.path=%s
        sources.members.release.tasks=mpc/psi,mpc/psi-distributed,mpc/psi-join,mpc/psi-sum,\
        mpc/psi-join-distributed
        sources.members.release.purposes=marketing
        sources.members.release.join-columns=mobile
        sources.members.release.result-columns=tier,flights_12m
        sources.members.release.filter-columns=tier,flights_12m
        sources.members.release.minimum-result=20
        sources.members.release.until=2099-12-31
        """
                .formatted(SAMPLES.resolve("airline.csv"));
    }

    /// Both parties' signatures.
    List<Map<String, String>> sign(String contract) throws InterruptedException {
        var signatures = new ArrayList<Map<String, String>>();
        for (var node : List.of("node-airline", "node-bank")) {
            var signed =
                    exchange.ask(
                            node,
                            "SIGN_CONTRACT",
                            Json.object().put("contractId", "c-1").put("document", contract));
            if (!signed.text("status").equals("DONE")) {
                throw new AssertionError(signed.toString());
            }
            signatures.add(
                    Map.of(
                            "nodeId", node,
                            "signature", signed.child("result").text("signature"),
                            "certificate", signed.child("result").text("signingCertificate")));
        }
        return signatures;
    }

    /// The nodes with a part in the task.
    private List<String> taking() {
        return task.endsWith("-distributed") ? ALL.subList(0, 2) : ALL;
    }

    /// Runs a job to its end; the reports by node.
    Map<String, Json> run() throws Exception {
        prepare();
        start(taking());
        return reports(taking().size());
    }

    void prepare() throws Exception {
        var contract = contract();
        var signatures = sign(contract);
        var definition = definition(contract);
        for (var node : taking()) {
            var prepared =
                    exchange.ask(
                            node, "PREPARE_JOB", prepare(node, contract, signatures, definition));
            if (!prepared.text("status").equals("DONE")) {
                throw new AssertionError(prepared.toString());
            }
        }
    }

    void start(List<String> nodes) throws InterruptedException {
        for (var node : nodes) {
            exchange.ask(node, "START_JOB", NodeTest.attempt("j-1", attempt));
        }
    }

    /// The next reports, by node.
    Map<String, Json> reports(int count) throws InterruptedException {
        var reports = new HashMap<String, Json>();
        for (int i = 0; i < count; i++) {
            var report = FakeExchange.next(exchange.reports);
            var document = Json.parse(report.text("document"), "report");
            reports.put(document.text("nodeId"), document);
        }
        return reports;
    }

    String contract() throws IOException {
        var json = Json.object().put("type", "databourse/contract/1").put("contractId", "c-1");
        json.put("productName", "会员标签");
        json.putObject("price").put("amount", "5000.00").put("currency", "CNY");
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
                    .put("organisation", "organisation of " + party.getLast())
                    .put("creditCode", "credit-" + party.getLast())
                    .put(
                            "signingFingerprint",
                            Fingerprint.of(exchange.signingCertificate(party.getLast())))
                    .put(
                            "channelFingerprint",
                            Fingerprint.of(exchange.channelCertificate(party.getLast())));
        }
        var policy = json.putObject("policy");
        policy.putArray("purposes").add("marketing");
        policy.putArray("tasks").add(task);
        policy.put("maximumRuns", 10).put("notAfter", "2099-03-31T00:00:00+08:00");
        policy.putArray("joinColumns").add("mobile");
        policy.putArray("filterColumns").add("tier").add("flights_12m");
        policy.set("resultColumns", Json.tree(both ? List.of() : airlineColumns));
        policy.put("resultRecipient", both ? "BOTH" : "CONSUMER").put("minimumResultSize", 20);
        if (both) {
            policy.set("providerColumns", Json.tree(airlineColumns));
        }
        return Json.write(FilledForm.into(json));
    }

    String definition(String contract) throws IOException {
        var zip = Path.of("target/test-plugins/mpc-0.1.0.zip");
        var json =
                Json.object()
                        .put("type", "databourse/job/1")
                        .put("jobId", "j-1")
                        .put("attempt", attempt)
                        .put("contractId", "c-1")
                        .put("contractHash", Digest.sm3(contract).toString())
                        .put("task", task)
                        .put("purpose", "marketing")
                        .put("minimumResultSize", 20)
                        .put("deadline", Instant.now().plusSeconds(300).toString());
        json.putObject("plugin")
                .put("id", "mpc")
                .put("version", "0.1.0")
                .put("sha256", Digest.sha256(zip).hex());
        json.set("parameters", Json.tree(parameters));
        var parties = json.putArray("parties");
        for (var node : taking()) {
            var party =
                    parties.addObject()
                            .put("party", party(node))
                            .put("role", node.equals(COMPUTE) ? "COMPUTE" : "DATA")
                            .put("nodeId", node)
                            .put("endpoint", homes.endpoint(node))
                            .put(
                                    "channelFingerprint",
                                    Fingerprint.of(exchange.channelCertificate(node)))
                            .put(
                                    "receivesResult",
                                    node.equals("node-bank")
                                            || (both && node.equals("node-airline")));
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

    private String section(String node) {
        return switch (node) {
            case "node-bank" ->
                    """
                    {"party":"p1","source":"customers","joinColumns":["mobile"],
                     "resultColumns":%s,"conditions":[
                     {"column":"aum_cny","operator":"BETWEEN","values":["500000","6000000"]}]}
                    """
                            .formatted(texts(bankColumns));
            case "node-airline" ->
                    """
                    {"party":"p2","source":"members","joinColumns":["mobile"],
                     "resultColumns":%s,"conditions":[
                     {"column":"tier","operator":"IN","values":["GOLD","PLATINUM"]},
                     {"column":"flights_12m","operator":"GE","values":["12"]}]}
                    """
                            .formatted(texts(airlineColumns));
            default -> "";
        };
    }

    ObjectNode prepare(
            String node, String contract, List<Map<String, String>> signatures, String definition) {
        var json = NodeTest.attempt("j-1", attempt).put("definition", definition);
        json.putObject("contract")
                .put("document", contract)
                .set("signatures", Json.tree(signatures));
        if (!section(node).isEmpty()) {
            json.put("section", section(node)).put("sectionSalt", "salt");
        }
        return json;
    }

    private static String texts(List<String> columns) {
        return Json.write(Json.tree(columns));
    }
}
