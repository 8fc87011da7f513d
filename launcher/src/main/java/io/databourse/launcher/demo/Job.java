package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.databourse.launcher.part.DemoNode;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The computation itself, and what lies where afterwards.
final class Job {

    private final Api api;
    private final World world;
    private final Settings settings;

    Job(Api api, World world, Settings settings) {
        this.api = api;
        this.world = world;
        this.settings = settings;
    }

    String preview() {
        JsonNode preview = api.as("bank").post("/job-previews", request());
        return "before it runs the bank sees what each party learns, and the price: "
                + Purchase.money(preview.path("unitPrice"));
    }

    String run() {
        JsonNode job = api.as("bank").post("/jobs", request());
        String id = job.path("id").asText();
        world.put("job", id);
        JsonNode ended =
                api.as("bank")
                        .await(
                                "/jobs/" + id,
                                "the end of the job",
                                seen -> !seen.path("endedAt").asText("null").equals("null"));
        if (!ended.path("state").asText().equals("DELIVERED")) {
            throw new Fault(
                    "the job is %s: %s %s"
                            .formatted(
                                    ended.path("state").asText(),
                                    ended.path("code").asText(),
                                    ended.path("detail").asText()));
        }
        List<String> states = new ArrayList<>();
        for (JsonNode step : ended.path("history")) {
            if (step.path("about").isMissingNode() || step.path("about").isNull()) {
                states.add(step.path("state").asText());
            }
        }
        world.put("rows", ended.path("resultRows").asText());
        return "%s went %s".formatted(id, String.join(" → ", states));
    }

    String result() {
        List<String> rows = read(DemoNode.BANK);
        List<String> ids = rows.subList(1, rows.size()).stream().sorted().toList();
        JsonNode expected = expected();
        List<String> first = new ArrayList<>();
        expected.path("first5").forEach(id -> first.add(id.asText()));
        if (ids.size() != expected.path("target_customers").asInt()
                || !ids.subList(0, first.size()).equals(first)) {
            throw new Fault(
                    "the result has %d ids, first %s, and not what expected.json says"
                            .formatted(ids.size(), ids.stream().limit(5).toList()));
        }
        for (DemoNode other : List.of(DemoNode.AIRLINE, DemoNode.EXCHANGE)) {
            if (!files(other).isEmpty()) {
                throw new Fault("node " + other.folder() + " holds a result too");
            }
        }
        return "%d customer ids lie at the bank's node and nowhere else, first %s, as expected.json says"
                .formatted(ids.size(), String.join(" ", first));
    }

    private Map<String, Object> request() {
        return Map.of(
                "contractId",
                world.get("contract"),
                "task",
                FlyerScenario.TASK,
                "purpose",
                FlyerScenario.PURPOSE,
                "own",
                Map.of(
                        "source",
                        FlyerScenario.OWN_SOURCE,
                        "joinColumns",
                        List.of("mobile"),
                        "resultColumns",
                        List.of("customer_id"),
                        "conditions",
                        List.of(Scenario.condition("aum_cny", "BETWEEN", "500000", "6000000"))),
                "provider",
                Map.of(
                        "joinColumns",
                        List.of("mobile"),
                        "conditions",
                        List.of(
                                Scenario.condition("tier", "IN", "GOLD", "PLATINUM"),
                                Scenario.condition("flights_12m", "GE", "12"))));
    }

    private List<String> read(DemoNode node) {
        List<Path> found = files(node);
        if (found.size() != 1) {
            throw new Fault("the bank's node holds " + found.size() + " results of the job");
        }
        try {
            return Files.readAllLines(found.getFirst());
        } catch (IOException e) {
            throw new Fault("cannot read the result", e);
        }
    }

    private List<Path> files(DemoNode node) {
        Path folder =
                settings.home().node(node.folder()).resolve("results").resolve(world.get("job"));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList();
        } catch (IOException e) {
            throw new Fault("cannot look into " + folder, e);
        }
    }

    private JsonNode expected() {
        Path file = settings.root().resolve("samples/s2-bank-airline/expected.json");
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new Fault("cannot read " + file, e);
        }
    }
}
