package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.contract.Contract;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobState;
import io.databourse.dispatch.RoomColumn;
import io.databourse.dispatch.RoomService;
import io.databourse.dispatch.RoomTable;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Rooms;
import io.databourse.json.Json;
import io.databourse.membership.InstructionType;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import io.databourse.registration.DataProduct;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A room with a second table of the same owner.
class RoomTablesTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();

    private static String rules(String product) {
        return Rooms.RULES.replace(
                "\"minimumEntities\":10",
                """
                "minimumEntities":10,"tables":{"customers":{"product":"%s",
                "entityKey":"member_id","columns":{"member_id":{"role":"ENTITY"},
                "tier":{"role":"DIMENSION"}}}}\
                """
                        .formatted(product));
    }

    @Test
    void the_contract_pins_where_the_second_table_lies_and_a_run_is_metered_once() {
        DataProduct second = market.product("customers");
        Contract contract = Rooms.contract(market, rules(second.id().value()));

        JsonNode table = Json.tree(contract.document()).path("tables").path(0);
        assertThat(table.path("name").asText()).isEqualTo("customers");
        assertThat(table.path("source").asText()).isEqualTo("customers");
        assertThat(table.path("contentHash").asText()).isEqualTo(second.contentHash());
        assertThat(table.path("certificateNumber").asText())
                .isEqualTo(second.certificateNumber().orElseThrow());

        Job job = Rooms.start(market, contract);
        exchange.settle();
        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(exchange.bean(QuotaService.class).view(contract.id()))
                .isEqualTo(new Quota(contract.id(), 10, 0, 1));
        String section =
                String.valueOf(
                        io.databourse.harness.SimulatedNode.payload(
                                        market.airlineNode
                                                .received(InstructionType.PREPARE_JOB)
                                                .getFirst())
                                .get("section"));
        assertThat(Json.tree(section).path("source").asText()).isEqualTo("members");
    }

    @Test
    void a_room_lists_the_second_table_with_the_columns_that_its_rules_name() {
        DataProduct second = market.product("customers");
        Contract contract = Rooms.contract(market, rules(second.id().value()));

        assertThat(exchange.bean(RoomService.class).room(market.bank, contract.id()).tables())
                .containsExactly(
                        new RoomTable(
                                "customers",
                                second.sheet().name(),
                                6097,
                                List.of(
                                        new RoomColumn(
                                                "member_id",
                                                "STRING",
                                                false,
                                                "ENTITY",
                                                List.of(),
                                                "会员号",
                                                List.of()),
                                        new RoomColumn(
                                                "tier",
                                                "STRING",
                                                false,
                                                "DIMENSION",
                                                List.of(),
                                                "等级",
                                                List.of()))));
    }

    @Test
    void a_contract_without_a_second_table_says_nothing_of_tables() {
        assertThat(Json.tree(Rooms.contract(market).document()).has("tables")).isFalse();
    }

    @Test
    void only_another_registered_product_of_the_same_holder_and_node_can_be_joined() {
        assertThat(problems(new Market().product("customers").id().value()))
                .containsExactly("/terms/room/tables/customers/product");
        assertThat(problems(market.product("members").id().value()))
                .containsExactly("/terms/room/tables/customers/product");
        assertThat(problems("prd_nothing")).containsExactly("/terms/room/tables/customers/product");
        assertThat(problems("nothing")).containsExactly("/terms/room/tables/customers/product");
    }

    @Test
    void a_column_that_the_second_product_has_not_is_refused() {
        String id = market.product("customers").id().value();
        assertThat(listed(rules(id).replace("\"tier\":{\"role\":\"DIMENSION\"}}}", "\"x\":{}}}")))
                .containsExactly("/terms/room/tables/customers/columns/x");
    }

    private List<String> problems(String product) {
        return listed(rules(product));
    }

    private List<String> listed(String rules) {
        try {
            exchange.bean(CatalogService.class)
                    .list(market.airline, Rooms.offer(market, Optional.of(Json.tree(rules))));
            return List.of();
        } catch (Refusal refusal) {
            return refusal.errors().stream().map(FieldError::pointer).toList();
        }
    }
}
