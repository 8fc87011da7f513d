package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.Rooms;
import io.databourse.json.Json;
import io.databourse.membership.InstructionType;
import io.databourse.metering.MeterRecord;
import io.databourse.metering.MeteringService;
import io.databourse.money.Money;
import io.databourse.order.WalletService;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaLeases;
import io.databourse.quota.QuotaService;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DryRunTest {
    private static final Map<String, String> QUERY = Map.of("sql", Rooms.SQL);

    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final JobService jobs = exchange.bean(JobService.class);

    @Test
    @Tag("I08")
    void a_dry_run_gives_a_result_and_an_estimate_and_takes_no_unit() {
        Contract contract = Rooms.contract(market);
        Job job = dryRun(contract);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 0));
        exchange.settle();

        Job end = market.find(job);
        assertThat(end.state()).isEqualTo(JobState.DELIVERED);
        assertThat(end.dryRun()).isTrue();
        assertThat(end.resultRows()).contains(462L);
        assertThat(end.estimate().orElseThrow().unitPrice()).isEqualTo(Money.cny("500.00"));
        assertThat(end.estimate().orElseThrow().seconds()).contains(7L);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 0));
        assertThat(exchange.bean(WalletService.class).view(market.bank).reserved())
                .isEqualTo(Money.cny("5000.00"));
        MeterRecord meter =
                exchange.bean(MeteringService.class)
                        .list(market.bank, Optional.of(contract.id()), PageRequest.first(9))
                        .items()
                        .getFirst();
        assertThat(meter.outcome()).isEqualTo(MeterRecord.Outcome.DRY_RUN);
        assertThat(meter.units()).isZero();
    }

    @Test
    void a_dry_run_is_marked_for_the_node_and_on_its_receipt() {
        Job job = dryRun(Rooms.contract(market));
        exchange.settle();

        var prepared = market.airlineNode.received(InstructionType.PREPARE_JOB).getLast();
        var definition = Json.tree(Json.tree(prepared.payload()).path("definition").asText());
        assertThat(definition.path("parameters").path("dryRun").asText()).isEqualTo("true");
        var receipt =
                Json.tree(Json.tree(jobs.receipt(market.bank, job.id())).path("document").asText());
        assertThat(receipt.path("dryRun").asBoolean()).isTrue();
        assertThat(receipt.path("units").asInt()).isZero();
        assertThat(receipt.has("price")).isFalse();
    }

    @Test
    void a_contract_has_twenty_dry_runs_a_day() {
        Contract contract = Rooms.contract(market);
        for (int i = 0; i < 20; i++) {
            jobs.cancel(market.bank, dryRun(contract).id());
        }
        assertRefused(ErrorCode.DRY_RUNS_EXHAUSTED, contract);
        exchange.settle();
        exchange.clock().advance(Duration.ofDays(1));
        market.airlineNode.sayHello();
        market.bankNode.sayHello();
        assertThat(dryRun(contract).state()).isEqualTo(JobState.REQUESTED);
        exchange.settle();
    }

    @Test
    void a_frozen_contract_has_no_dry_run_either() {
        Contract contract = Rooms.contract(market);
        exchange.bean(QuotaLeases.class)
                .freeze(
                        new Caller("operator", Set.of(Role.OPERATOR)),
                        contract.id(),
                        true,
                        "looked into");
        assertRefused(ErrorCode.QUOTA_FROZEN, contract);
    }

    @Test
    void a_task_without_a_dry_run_refuses_one() {
        Contract contract = market.contract();
        JobRequest plain = market.request(contract);
        JobRequest wish =
                new JobRequest(
                        plain.contractId(),
                        plain.task(),
                        plain.purpose(),
                        plain.own(),
                        plain.provider(),
                        Map.of(),
                        Optional.of(true));
        assertThatThrownBy(() -> jobs.start(market.bank, wish))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.errors().getFirst().pointer())
                                        .isEqualTo("/dryRun"));
    }

    private Job dryRun(Contract contract) {
        return jobs.start(market.bank, Rooms.request(contract, QUERY, true));
    }

    private void assertRefused(ErrorCode code, Contract contract) {
        assertThatThrownBy(() -> dryRun(contract))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Quota quota(Contract contract) {
        return exchange.bean(QuotaService.class).view(contract.id());
    }
}
