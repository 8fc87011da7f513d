package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.contract.Contract;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.PrivacyLeft;
import io.databourse.dispatch.RoomService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Rooms;
import io.databourse.harness.SimulatedNode.Behaviour;
import io.databourse.harness.SimulatedNode.Report;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivacyLeftTest {
    private static final String PRIVATE =
            Rooms.RULES.replace(
                    "\"reviewers\"",
                    "\"privacy\":{\"epsilonPerQuery\":\"0.5\",\"epsilonTotal\":\"5\"},\"reviewers\"");
    private static final long EPSILON = 1_000_000_000;

    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();

    @Test
    void a_room_shows_what_the_owners_node_said_last_is_left() {
        Contract contract = Rooms.contract(market, PRIVATE);
        assertThat(left(contract)).isEmpty();

        Instant before = exchange.clock().instant();
        run(contract, 9 * EPSILON / 2, false);
        PrivacyLeft told = left(contract).orElseThrow();
        assertThat(told.left()).isEqualByComparingTo("4.5");
        assertThat(told.total()).isEqualByComparingTo("5");
        assertThat(told.saidAt()).isBetween(before, exchange.clock().instant());
    }

    @Test
    void an_earlier_report_that_comes_later_gives_nothing_back() {
        Contract contract = Rooms.contract(market, PRIVATE);
        run(contract, 4 * EPSILON, false);
        run(contract, 9 * EPSILON / 2, false);
        assertThat(left(contract).orElseThrow().left()).isEqualByComparingTo("4");
    }

    @Test
    void a_dry_run_and_a_contract_without_privacy_show_nothing() {
        Contract contract = Rooms.contract(market, PRIVATE);
        run(contract, 4 * EPSILON, true);
        assertThat(left(contract)).isEmpty();

        Contract open = Rooms.contract(market);
        run(open, 4 * EPSILON, false);
        assertThat(left(open)).isEmpty();
    }

    private Optional<PrivacyLeft> left(Contract contract) {
        return exchange.bean(RoomService.class).room(market.bank, contract.id()).privacy();
    }

    private void run(Contract contract, long left, boolean dryRun) {
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Report> report(int attempt) {
                        return Optional.of(Report.completed(left, 5 * EPSILON));
                    }
                });
        exchange.bean(JobService.class)
                .start(market.bank, Rooms.request(contract, Map.of("sql", Rooms.SQL), dryRun));
        exchange.settle();
    }
}
