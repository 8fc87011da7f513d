package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.launcher.demo.Scenario.Organisation;
import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.DemoNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Merchants apply, and their nodes join. What an earlier demo left is used again.
final class Organisations {

    private static final Map<String, Object> YES =
            Map.of("approve", true, "reason", "Papers checked for the demo");

    private static final Set<String> USABLE = Set.of("ACTIVE", "PENDING");

    private final Api api;
    private final World world;
    private final BourseSystem system;

    Organisations(Api api, World world, BourseSystem system) {
        this.api = api;
        this.world = world;
        this.system = system;
    }

    String admit(Organisation organisation) {
        Optional<JsonNode> known =
                api.as("operator").all("/merchants?state=ALL").stream()
                        .filter(merchant ->
                                merchant.path("creditCode")
                                        .asText()
                                        .equals(organisation.creditCode()))
                        .findFirst();
        JsonNode merchant = known.orElseGet(() -> apply(organisation));
        String id = merchant.path("id").asText();
        world.put(organisation.user(), id);
        String state = merchant.path("state").asText();
        if (state.equals("APPLIED")) {
            state = api.as("operator").post(path(id, "review"), Map.of()).path("state").asText();
        }
        if (state.equals("REVIEWING")) {
            api.as("operator").post(path(id, "decision"), YES);
            api.as(organisation.user())
                    .post(path(id, "members"), Map.of("username", organisation.nodeUser()));
            return "%s (%s) applied, was reviewed and is active"
                    .formatted(organisation.name(), organisation.creditCode());
        }
        return "%s (%s) is active already"
                .formatted(organisation.name(), organisation.creditCode());
    }

    String join(DemoNode node, String nodeUser) {
        Optional<JsonNode> known = known(node);
        String id;
        if (known.isPresent()) {
            id = known.get().path("id").asText();
            system.startNode(node);
            if (known.get().path("state").asText().equals("ACTIVE")) {
                return "node %s is enrolled already, %s".formatted(node.folder(), online(node, id));
            }
        } else {
            JsonNode invitation = api.as(nodeUser).post("/nodes", Map.of("name", node.folder()));
            id = invitation.path("nodeId").asText();
            system.inviteNode(node, invitation.path("joinToken").asText());
        }
        return "node %s made its keys (%s…), was approved and got its certificates, %s"
                .formatted(node.folder(), start(approve(node, id)), online(node, id));
    }

    /// The node of that name that can still be used: a demo that was cut off may have left an
    /// invitation behind, whose token nobody has any more.
    private Optional<JsonNode> known(DemoNode node) {
        return api.as("operator").all("/nodes").stream()
                .filter(found -> found.path("name").asText().equals(node.folder()))
                .filter(found -> USABLE.contains(found.path("state").asText()))
                .min(Comparator.comparing(found -> found.path("state").asText()));
    }

    private String approve(DemoNode node, String id) {
        JsonNode asking =
                api.as("operator")
                        .await(
                                "/nodes/" + id,
                                "the enrolment of " + node.folder(),
                                seen -> seen.path("state").asText().equals("PENDING"));
        api.as("operator").post("/nodes/" + id + "/decision", YES);
        return asking.path("signingKeyFingerprint").asText();
    }

    private String online(DemoNode node, String id) {
        world.put("node " + node.folder(), id);
        api.as("operator")
                .await(
                        "/nodes/" + id,
                        "the connection of " + node.folder(),
                        seen -> seen.path("online").asBoolean());
        return "online";
    }

    private JsonNode apply(Organisation organisation) {
        return api.as(organisation.user())
                .post(
                        "/merchants",
                        Map.of(
                                "name",
                                organisation.name(),
                                "creditCode",
                                organisation.creditCode(),
                                "type",
                                organisation.type(),
                                "contact",
                                organisation.user() + "@example.org"));
    }

    private static String path(String id, String what) {
        return "/merchants/" + id + "/" + what;
    }

    private static String start(String fingerprint) {
        String hex = fingerprint.substring(fingerprint.indexOf(':') + 1);
        return hex.substring(0, Math.min(12, hex.length()));
    }
}
