package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.NewListing;
import io.databourse.catalog.UsageTerms;
import io.databourse.contract.Contract;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.Room;
import io.databourse.dispatch.RoomColumn;
import io.databourse.dispatch.RoomService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Rooms;
import io.databourse.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RoomTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final RoomService rooms = exchange.bean(RoomService.class);

    @Test
    @Tag("I07")
    void a_room_lists_exactly_the_granted_columns_with_masked_samples() {
        Contract contract = Rooms.contract(market);
        Room room = rooms.room(market.bank, contract.id());

        assertThat(room.columns())
                .containsExactly(
                        new RoomColumn(
                                "tier",
                                "STRING",
                                false,
                                "DIMENSION",
                                List.of(),
                                "等级",
                                List.of("GOLD", "SILVER")),
                        new RoomColumn(
                                "flights_12m",
                                "INTEGER",
                                false,
                                "MEASURE",
                                List.of("sum"),
                                "近一年飞行次数",
                                List.of()));
        assertThat(room.table()).isEqualTo("data");
        assertThat(room.rules()).isEqualTo(Json.tree(Rooms.RULES));
        assertThat(room.tasks()).containsExactly(Rooms.TASK);
        assertThat(room.runsLeft()).isEqualTo(10);
        assertThat(room.dryRunsLeft()).isEqualTo(20);
    }

    @Test
    void a_run_and_a_dry_run_are_counted_down() {
        Contract contract = Rooms.contract(market);
        Rooms.start(market, contract);
        exchange.bean(JobService.class)
                .start(market.bank, Rooms.request(contract, Map.of("sql", Rooms.SQL), true));
        Room room = rooms.room(market.bank, contract.id());
        assertThat(room.runsLeft()).isEqualTo(9);
        assertThat(room.dryRunsLeft()).isEqualTo(19);
        exchange.settle();
    }

    @Test
    void a_contract_without_rules_has_no_room_and_strangers_see_none() {
        assertRefused(ErrorCode.NOT_FOUND, market, market.contract());
        Market other = new Market();
        assertRefused(ErrorCode.NOT_FOUND, market, Rooms.contract(other));
    }

    @Test
    void samples_of_a_sensitive_field_must_be_masked() {
        assertThat(problems("13800000000")).containsExactly("/terms/samples/mobile");
        assertThat(problems("138****0000")).isEmpty();
    }

    private List<String> problems(String sample) {
        Market fresh = new Market();
        NewListing plain = Rooms.offer(fresh, Optional.of(Json.tree(Rooms.RULES)));
        UsageTerms terms = plain.terms();
        NewListing offer =
                new NewListing(
                        plain.productId(),
                        plain.plans(),
                        new UsageTerms(
                                terms.tasks(),
                                terms.purposes(),
                                terms.joinColumns(),
                                terms.filterColumns(),
                                List.of("tier", "flights_12m", "mobile"),
                                1,
                                terms.offeredUntil(),
                                terms.room(),
                                Map.of("mobile", List.of(sample)),
                                List.of()));
        try {
            exchange.bean(CatalogService.class).list(fresh.airline, offer);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.errors().stream().map(each -> each.pointer()).toList();
        }
    }

    private void assertRefused(ErrorCode code, Market caller, Contract contract) {
        assertThatThrownBy(() -> rooms.room(caller.bank, contract.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
