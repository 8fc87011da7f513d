package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.contract.Contract;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Rooms;
import io.databourse.harness.SimulatedNode;
import io.databourse.json.Json;
import io.databourse.membership.InstructionType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomJobTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final JobService jobs = exchange.bean(JobService.class);

    @Test
    void the_provider_brings_the_data_and_the_consumer_only_receives() {
        Contract contract = Rooms.contract(market);
        Job job = Rooms.start(market, contract);
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        JsonNode definition = definition(market.bankNode);
        assertThat(definition.path("parties").findValuesAsText("role"))
                .containsExactly("RESULT", "DATA");
        assertThat(market.computeNode.received(InstructionType.PREPARE_JOB))
                .noneMatch(each -> each.payload().contains(job.id().value()));
        assertThat(prepared(market.bankNode)).doesNotContainKey("section");
        JsonNode section = Json.tree(String.valueOf(prepared(market.airlineNode).get("section")));
        assertThat(section.path("source").asText()).isEqualTo("members");
        assertThat(section.path("resultColumns")).hasSize(2);
    }

    @Test
    void the_rules_are_pinned_in_the_contract_and_bind_every_job() {
        Contract contract = Rooms.contract(market);
        JsonNode rules = Json.tree(Rooms.RULES);
        assertThat(Json.tree(contract.document()).path("policy").path("room")).isEqualTo(rules);

        Rooms.start(market, contract);
        exchange.settle();
        JsonNode parameters = definition(market.airlineNode).path("parameters");
        assertThat(parameters.path("sql").asText()).isEqualTo(Rooms.SQL);
        assertThat(Json.tree(parameters.path("rules").asText())).isEqualTo(rules);
        assertThat(parameters.has("minimumResultSize")).isFalse();
    }

    @Test
    void a_parameter_that_the_card_does_not_name_is_refused() {
        Contract contract = Rooms.contract(market);
        assertRefused(contract, Map.of("sql", Rooms.SQL, "code", "import os"));
    }

    @Test
    void a_consumer_sets_no_parameter_of_the_exchange() {
        Contract contract = Rooms.contract(market);
        assertRefused(contract, Map.of("sql", Rooms.SQL, "rules", "{\"minimumEntities\":0}"));
        assertRefused(contract, Map.of("sql", Rooms.SQL, "release", "00"));
    }

    @Test
    void parameters_of_more_than_64_kilobytes_are_refused() {
        Contract contract = Rooms.contract(market);
        assertRefused(contract, Map.of("sql", "数".repeat(22_000)));
    }

    @Test
    void a_task_that_has_no_place_for_own_data_refuses_it() {
        Contract contract = Rooms.contract(market);
        JobRequest request = Rooms.request(contract, Map.of("sql", Rooms.SQL));
        JobRequest withData =
                new JobRequest(
                        contract.id(),
                        request.task(),
                        request.purpose(),
                        market.request(contract).own(),
                        request.provider(),
                        request.parameters(),
                        Optional.empty());
        assertThatThrownBy(() -> jobs.start(market.bank, withData))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().pointer())
                                        .isEqualTo("/own"));
    }

    @Test
    void a_listing_of_a_room_needs_rules_that_the_plugin_can_keep() {
        assertNotListed(Optional.empty(), "/terms/room");
        assertNotListed(Optional.of(Json.tree("{\"reviewers\":1}")), "/terms/room");
        assertNotListed(
                Optional.of(Json.tree(Rooms.RULES.replace("\"tier\"", "\"mobile\""))),
                "/terms/room/columns/mobile");
    }

    private void assertNotListed(Optional<JsonNode> rules, String pointer) {
        Market fresh = new Market();
        var own = Rooms.offer(fresh, rules);
        assertThatThrownBy(() -> exchange.bean(CatalogService.class).list(fresh.airline, own))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(each -> each.pointer())
                                        .contains(pointer));
    }

    private void assertRefused(Contract contract, Map<String, String> parameters) {
        assertThatThrownBy(() -> jobs.start(market.bank, Rooms.request(contract, parameters)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                            assertThat(refusal.errors().getFirst().pointer())
                                    .startsWith("/parameters");
                        });
    }

    private static Map<String, Object> prepared(SimulatedNode node) {
        return SimulatedNode.payload(node.received(InstructionType.PREPARE_JOB).getLast());
    }

    private static JsonNode definition(SimulatedNode node) {
        return Json.tree(String.valueOf(prepared(node).get("definition")));
    }
}
