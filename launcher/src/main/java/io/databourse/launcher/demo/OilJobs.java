package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.part.DemoNode;
import io.databourse.launcher.part.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Questions in governed SQL: the seven of the trade, each compared with expected.json.
final class OilJobs {
    private final Api api;
    private final World world;
    private final OilFiles files;

    OilJobs(Api api, World world, OilFiles files) {
        this.api = api;
        this.world = world;
        this.files = files;
    }

    /// Starts a job of the contract.
    String start(String task, Map<String, String> parameters, boolean dryRun) {
        return api.as("bank")
                .post(
                        "/jobs",
                        Map.of(
                                "contractId",
                                world.get("contract"),
                                "task",
                                task,
                                "purpose",
                                OilScenario.PURPOSE,
                                "provider",
                                Map.of("joinColumns", List.of(), "conditions", List.of()),
                                "parameters",
                                parameters,
                                "dryRun",
                                dryRun))
                .path("id")
                .asText();
    }

    /// Waits until the job has ended well.
    JsonNode delivered(String id) {
        JsonNode ended =
                api.as("bank")
                        .await(
                                "/jobs/" + id,
                                "the end of the job",
                                seen ->
                                        seen.path("endedAt").isTextual()
                                                || seen.at("/review/state")
                                                        .asText()
                                                        .equals("PENDING"));
        if (!ended.path("state").asText().equals("DELIVERED")) {
            throw new Fault(
                    "the job is %s: %s %s"
                            .formatted(
                                    ended.path("state").asText(),
                                    ended.path("code").asText(),
                                    ended.path("detail").asText()));
        }
        return ended;
    }

    /// What the side panel of the workbench shows.
    String room() {
        JsonNode room = api.as("bank").get("/contracts/" + world.get("contract") + "/room");
        List<String> columns = new ArrayList<>();
        room.path("columns").forEach(column -> columns.add(column.path("name").asText()));
        if (!columns.equals(OilScenario.COLUMNS)) {
            throw new Fault("the room shows other columns than were granted: " + columns);
        }
        return "the bank may work with table %s of %d columns; %d runs and %d dry runs are left"
                .formatted(
                        room.path("table").asText(),
                        columns.size(),
                        room.path("runsLeft").asLong(),
                        room.path("dryRunsLeft").asLong());
    }

    String dryRun() {
        long before = left();
        String id =
                start(OilScenario.QUERY, Map.of("sql", OilScenario.TOPICS.getFirst().sql()), true);
        JsonNode job = delivered(id);
        if (left() != before || !job.path("dryRun").asBoolean()) {
            throw new Fault("the dry run took a unit");
        }
        return "a question was tried on made-up rows and took no unit; a run that counts costs %s"
                .formatted(Purchase.money(job.at("/estimate/unitPrice")));
    }

    String topics() {
        JsonNode expected = files.json("expected.json").path("topics");
        List<String> done = new ArrayList<>();
        for (OilScenario.Topic topic : OilScenario.TOPICS) {
            String id = start(OilScenario.QUERY, Map.of("sql", topic.sql()), false);
            delivered(id);
            world.put("job", id);
            compare(topic, files.result(id, "result.csv"), expected.path(topic.name()));
            if (files.holds(DemoNode.OIL, id) || files.holds(DemoNode.EXCHANGE, id)) {
                throw new Fault("another node than the bank's holds a result");
            }
            done.add(topic.name().substring(2));
        }
        return "seven questions answered as expected.json says (%s); %s, with 7 stations, is nowhere"
                .formatted(String.join(", ", done), OilScenario.PLANTED);
    }

    private static void compare(OilScenario.Topic topic, List<String> lines, JsonNode expected) {
        Map<String, List<BigDecimal>> found = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.replace("\"", "").split(",", -1));
            found.put(
                    cells.getFirst(),
                    cells.subList(1, cells.size()).stream().map(BigDecimal::new).toList());
        }
        boolean same = found.size() == expected.size() && !found.containsKey(OilScenario.PLANTED);
        for (var group : expected.properties()) {
            List<BigDecimal> row = found.getOrDefault(group.getKey(), List.of());
            same &= row.size() == group.getValue().size();
            for (int i = 0; same && i < row.size(); i++) {
                same = row.get(i).compareTo(group.getValue().get(i).decimalValue()) == 0;
            }
        }
        if (!same) {
            throw new Fault(
                    "the answer to %s is not what expected.json says: %s"
                            .formatted(topic.name(), lines));
        }
    }

    private long left() {
        return api.as("bank")
                .get("/contracts/" + world.get("contract") + "/quota")
                .path("available")
                .asLong();
    }
}
