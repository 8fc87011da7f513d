package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.catalog.CatalogService;
import io.databourse.catalog.Listing;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractRequest;
import io.databourse.contract.ContractService;
import io.databourse.contract.PartyRole;
import io.databourse.dispatch.Job;
import io.databourse.dispatch.JobDelivery;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.dispatch.OtherInput;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.SimulatedNode;
import io.databourse.json.Json;
import io.databourse.membership.Answer;
import io.databourse.membership.Instruction;
import io.databourse.membership.InstructionType;
import io.databourse.order.Order;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import io.databourse.registration.DataProduct;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/// A result that consumer and provider receive, each of its own rows.
class TwoSidedSaleTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final JobService jobs = exchange.bean(JobService.class);

    @Test
    void both_sides_have_their_rows_before_one_unit_is_taken() {
        Contract contract = contract(true);
        var policy = Json.tree(contract.document()).path("policy");
        assertThat(policy.path("resultRecipient").asText()).isEqualTo("BOTH");
        assertThat(policy.path("providerColumns").toString()).isEqualTo("[\"member_id\"]");
        Job job = market.start(contract);
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 1));
        for (SimulatedNode node : List.of(market.bankNode, market.airlineNode)) {
            assertThat(node.received(InstructionType.DELIVER_RESULT)).hasSize(1);
        }
        assertThat(section()).contains("\"resultColumns\":[\"member_id\"]");
        var receipt = Json.tree(jobs.receipt(market.bank, job.id())).path("document").asText();
        assertThat(Json.tree(receipt).path("results").findValuesAsText("side"))
                .containsExactly("CONSUMER", "PROVIDER");
    }

    @Test
    void each_side_sees_its_own_copy_and_only_that_the_other_is_delivered() {
        Job job = market.start(contract(true));
        exchange.settle();

        assertThat(jobs.find(market.bank, job.id()).deliveries())
                .extracting(JobDelivery::side, JobDelivery::delivered, JobDelivery::rows)
                .containsExactly(row(PartyRole.CONSUMER, 462), row(PartyRole.PROVIDER));
        assertThat(jobs.find(market.airline, job.id()).deliveries())
                .extracting(JobDelivery::side, JobDelivery::delivered, JobDelivery::rows)
                .containsExactly(row(PartyRole.CONSUMER), row(PartyRole.PROVIDER, 462));
        assertThat(jobs.find(market.airline, job.id()).deliveries().getLast().place())
                .hasValueSatisfying(place -> assertThat(place).endsWith("result.csv"));
    }

    private static Tuple row(PartyRole side, long... rows) {
        Optional<Long> seen = rows.length == 0 ? Optional.empty() : Optional.of(rows[0]);
        return Tuple.tuple(side, true, seen);
    }

    @Test
    void the_consumer_gets_nothing_and_pays_nothing_where_the_provider_does_not_get_its_own() {
        Contract contract = contract(true);
        market.airlineNode.behave(
                new SimulatedNode.Behaviour() {
                    @Override
                    public Optional<Answer> answer(Instruction instruction) {
                        return instruction.type() == InstructionType.DELIVER_RESULT
                                ? Optional.of(SimulatedNode.refused("NO_ROOM"))
                                : Optional.empty();
                    }
                });
        Job job = market.start(contract);
        exchange.settle();

        assertThat(market.find(job).code()).contains("NO_ROOM");
        assertThat(market.bankNode.received(InstructionType.DELIVER_RESULT)).isEmpty();
        assertThat(quota(contract)).isEqualTo(new Quota(contract.id(), 10, 0, 0));
    }

    @Test
    void a_buyer_that_does_not_ask_for_it_receives_alone() {
        Contract contract = contract(false);
        assertThat(contract.policy().resultRecipient()).isEqualTo("CONSUMER");
        assertThat(contract.policy().providerColumns()).isEmpty();
        Job job = market.start(contract);
        exchange.settle();

        assertThat(market.find(job).deliveries())
                .extracting(JobDelivery::side)
                .containsExactly(PartyRole.CONSUMER);
        assertThat(market.airlineNode.received(InstructionType.DELIVER_RESULT)).isEmpty();
    }

    @Test
    void a_job_names_no_columns_of_the_provider_where_these_are_its_own() {
        Contract contract = contract(true);
        JobRequest plain = market.request(contract);
        JobRequest wish =
                new JobRequest(
                        plain.contractId(),
                        plain.task(),
                        plain.purpose(),
                        plain.own(),
                        new OtherInput(
                                plain.provider().joinColumns(), List.of(), List.of("member_id")));

        assertThatThrownBy(() -> jobs.start(market.bank, wish))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(ErrorCode.COLUMN_NOT_ALLOWED));
    }

    @Test
    void what_the_listing_or_the_task_does_not_give_is_refused_before_anybody_signs() {
        Order order = market.order();
        assertThatThrownBy(() ->
                        exchange.bean(ContractService.class).draft(market.bank, asking(order)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));

        DataProduct product = market.product("customers");
        assertRefused("/terms/tasks", product, List.of("mpc/psi", "mpc/room"), "member_id");
        assertRefused("/terms/providerColumns", product, List.of("mpc/psi"), "passport");
    }

    private void assertRefused(
            String pointer, DataProduct product, List<String> tasks, String column) {
        assertThatThrownBy(() ->
                        exchange.bean(CatalogService.class)
                                .list(
                                        market.airline,
                                        market.offer(product, tasks, List.of(column))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(FieldError::pointer)
                                        .contains(pointer));
    }

    private Contract contract(boolean both) {
        Listing listing =
                exchange.bean(CatalogService.class)
                        .list(
                                market.airline,
                                market.offer(
                                        market.product(),
                                        List.of("mpc/psi"),
                                        List.of("member_id")));
        Order order = market.order(listing);
        ContractRequest wish = both ? asking(order) : market.wish(order);
        return market.signed(exchange.bean(ContractService.class).draft(market.bank, wish));
    }

    private ContractRequest asking(Order order) {
        ContractRequest plain = market.wish(order);
        return new ContractRequest(
                plain.orderId(),
                plain.purposes(),
                plain.notAfter(),
                plain.minimumResultSize(),
                plain.consumerNode(),
                Optional.of(true));
    }

    private String section() {
        var prepared = market.airlineNode.received(InstructionType.PREPARE_JOB).getLast();
        return String.valueOf(SimulatedNode.payload(prepared).get("section"));
    }

    private Quota quota(Contract contract) {
        return exchange.bean(QuotaService.class).view(contract.id());
    }
}
