package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.launcher.part.DemoNode;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.NodeCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A script of the bank: approved by its hash, run in the room, and let out by two reviewers, all
/// at the oil company's node.
final class OilScript {
    private static final double TOLERANCE = 1e-4;

    /// The first one on a machine has the image of its language made.
    private static final Duration FIRST_SCRIPT = Duration.ofMinutes(8);

    private final Api api;
    private final World world;
    private final OilFiles files;
    private final OilJobs jobs;
    private final NodeCommand node;

    OilScript(Api api, World world, OilFiles files, OilJobs jobs, NodeCommand node) {
        this.api = api;
        this.world = world;
        this.files = files;
        this.jobs = jobs;
        this.node = node;
    }

    String approve() {
        JsonNode algorithm = registered();
        String path =
                "/algorithms/%s/versions/%s"
                        .formatted(algorithm.path("id").asText(), OilScenario.VERSION);
        JsonNode submitted =
                api.as("bank")
                        .post(path + "/submissions", Map.of("contractId", world.get("contract")));
        String sha256 = submitted.at("/versions/0/sha256").asText();
        world.put("script", sha256);
        String id = queued(sha256);
        for (String name : DemoNode.OIL.reviewers()) {
            node.review(
                    DemoNode.OIL,
                    "reviewer-" + name,
                    "approve-script",
                    id,
                    "--reviewer",
                    name,
                    "--reason",
                    "reads and fits, writes sums");
        }
        api.as("bank")
                .await(
                        "/algorithms/" + algorithm.path("id").asText(),
                        "the approval of the script",
                        seen -> approvedFor(seen, world.get("contract")));
        return "script %s@%s (%s…) was read and approved by two reviewers at the oil company's node"
                .formatted(OilScenario.ALGORITHM, OilScenario.VERSION, sha256.substring(0, 12));
    }

    private JsonNode registered() {
        Optional<JsonNode> known =
                api.as("bank").all("/algorithms").stream()
                        .filter(each -> each.path("name").asText().equals(OilScenario.ALGORITHM))
                        .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        JsonNode made =
                api.as("bank")
                        .post(
                                "/algorithms",
                                Map.of(
                                        "name",
                                        OilScenario.ALGORITHM,
                                        "description",
                                        "Litres that one more car sells, by place"));
        return api.as("bank")
                .post(
                        "/algorithms/" + made.path("id").asText() + "/versions",
                        Map.of(
                                "version",
                                OilScenario.VERSION,
                                "language",
                                "python",
                                "text",
                                files.text("demand.py")));
    }

    /// The script's id in the queue at the node, once it is there.
    private String queued(String sha256) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            for (String line : node.review(DemoNode.OIL, "", "list").lines().toList()) {
                if (line.contains("contract " + world.get("contract"))) {
                    String id = line.substring(0, line.indexOf(' '));
                    if (node.review(DemoNode.OIL, "", "show", id).contains(sha256)) {
                        return id;
                    }
                }
            }
            Api.pause();
        }
        throw new Fault("the script did not come to the oil company's node");
    }

    private static boolean approvedFor(JsonNode algorithm, String contract) {
        for (JsonNode submission : algorithm.at("/versions/0/submissions")) {
            if (submission.path("contractId").asText().equals(contract)) {
                return submission.path("state").asText().equals("APPROVED");
            }
        }
        return false;
    }

    String run() {
        String id =
                jobs.start(
                        OilScenario.SCRIPT,
                        Map.of("algorithm", OilScenario.ALGORITHM + "@" + OilScenario.VERSION),
                        false);
        world.put("job", id);
        JsonNode job =
                api.as("bank")
                        .await(
                                "/jobs/" + id,
                                "the end of the script",
                                FIRST_SCRIPT,
                                seen ->
                                        seen.path("endedAt").isTextual()
                                                || !seen.path("review").isMissingNode());
        if (!job.path("state").asText().equals("REVIEWING") || files.holds(DemoNode.BANK, id)) {
            throw new Fault(
                    "the script's output was not held: %s %s %s"
                            .formatted(
                                    job.path("state").asText(),
                                    job.path("code").asText(),
                                    job.path("detail").asText()));
        }
        return "the script ran in the room; its output of %d bytes is held at the owner's node, pre-screen %s"
                .formatted(job.at("/review/bytes").asLong(), job.at("/review/verdict").asText());
    }

    String release() {
        String id = world.get("job");
        for (String name : DemoNode.OIL.reviewers()) {
            node.review(
                    DemoNode.OIL,
                    "reviewer-" + name,
                    "release",
                    id,
                    "--reviewer",
                    name,
                    "--reason",
                    "sums over many stations");
        }
        JsonNode job =
                api.as("bank")
                        .await(
                                "/jobs/" + id,
                                "the release of the output",
                                seen -> seen.path("endedAt").isTextual());
        if (!job.path("state").asText().equals("DELIVERED")) {
            throw new Fault("the released output was not delivered: " + job.path("detail"));
        }
        compare(String.join("\n", files.result(id, "slopes.json")));
        return "two reviewers let it go, attempt %d handed it over; the slopes are as expected.json says"
                .formatted(job.path("attempt").asInt());
    }

    private void compare(String text) {
        JsonNode found;
        try {
            found = new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new Fault("the script's result is no JSON", e);
        }
        JsonNode expected = files.json("expected.json").path("script");
        boolean same = found.size() == expected.size();
        for (var slope : expected.properties()) {
            double difference = found.path(slope.getKey()).asDouble() - slope.getValue().asDouble();
            same &= Math.abs(difference) < TOLERANCE;
        }
        if (!same) {
            throw new Fault("the script's result is %s, not %s".formatted(found, expected));
        }
    }
}
