package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.contract.Rollover;
import io.databourse.contract.Supplement;
import io.databourse.contract.SupplementRequest;
import io.databourse.contract.SupplementService;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.dispatch.JobService;
import io.databourse.dispatch.JobState;
import io.databourse.evidence.EvidenceService;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.SimulatedNode;
import io.databourse.harness.TopUps;
import io.databourse.json.Json;
import io.databourse.membership.Answer;
import io.databourse.membership.Instruction;
import io.databourse.membership.InstructionType;
import io.databourse.money.Money;
import io.databourse.order.OrderService;
import io.databourse.order.OrderState;
import io.databourse.order.QuoteRequest;
import io.databourse.order.WalletService;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// More units for a running contract: what both sides sign, and what is refused.
class SupplementTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Exchange exchange = Exchange.get();
    private final Duration present = exchange.clock().ahead();
    private final TopUps shop = new TopUps();
    private final Market market = shop.market;
    private final SupplementService supplements = exchange.bean(SupplementService.class);

    @AfterEach
    void goBack() {
        exchange.clock().goBackTo(present);
    }

    @Test
    void what_both_nodes_signed_adds_units_and_time_and_leaves_the_contract_as_it_was() {
        Contract before = shop.contract;
        Contract after = shop.added(DAY, Rollover.NONE);

        assertThat(after.document()).isEqualTo(before.document());
        assertThat(after.end()).isEqualTo(shop.after(DAY));
        assertThat(after.totalPrice()).isEqualTo(Money.cny("11000.00"));
        assertThat(exchange.bean(QuotaService.class).view(after.id()))
                .isEqualTo(new Quota(after.id(), 30, 0, 0));
        assertThat(exchange.bean(WalletService.class).view(market.bank).reserved())
                .isEqualTo(Money.cny("11000.00"));
        Supplement added = after.supplements().getFirst();
        assertThat(added.signatures())
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(
                                        SignatureVerifier.verifyDocument(
                                                Pem.certificate(each.certificate().orElseThrow()),
                                                added.document(),
                                                each.signature().orElseThrow()))
                                .isTrue());
        assertThat(exchange.bean(EvidenceService.class).story(market.operator, added.id().value()))
                .isNotEmpty();
    }

    @Test
    void each_supplement_names_the_text_that_it_follows() {
        Contract once = shop.added(DAY, Rollover.ALL);
        Contract twice = shop.added(DAY.multipliedBy(2), Rollover.atMost(5));

        var first = Json.tree(twice.supplements().getFirst().document());
        var second = Json.tree(twice.supplements().getLast().document());
        assertThat(first.path("type").asText()).isEqualTo("databourse/supplement/1");
        assertThat(first.path("follows").asText()).isEqualTo(once.documentHash());
        assertThat(first.path("rollover").toString()).isEqualTo("{\"mode\":\"ALL\"}");
        assertThat(second.path("follows").asText())
                .isEqualTo(once.supplements().getFirst().documentHash());
        assertThat(second.path("contractHash").asText()).isEqualTo(once.documentHash());
        assertThat(second.path("units").asLong()).isEqualTo(20);
        assertThat(second.at("/rollover/units").asLong()).isEqualTo(5);
    }

    @Test
    void a_job_beyond_the_first_units_runs_with_the_supplement_and_costs_what_it_says() {
        shop.added(DAY, Rollover.NONE);
        QuotaService quotas = exchange.bean(QuotaService.class);
        for (int i = 0; i < 10; i++) {
            quotas.hold(shop.contract.id(), shop.contract.id() + "/" + i);
            quotas.consume(shop.contract.id() + "/" + i);
        }

        var job = market.start(shop.contract);
        exchange.settle();

        assertThat(market.find(job).state()).isEqualTo(JobState.DELIVERED);
        Instruction prepared = market.airlineNode.received(InstructionType.PREPARE_JOB).getLast();
        var sent = Json.tree(prepared.payload()).path("contract").path("supplements");
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).path("document").asText())
                .isEqualTo(shop.now().supplements().getFirst().document());
        assertThat(sent.get(0).path("signatures")).hasSize(2);
        assertThat(exchange.bean(JobService.class).receipt(market.bank, job.id()))
                .contains("300.00");
    }

    @Test
    void one_signature_adds_nothing_and_a_second_request_is_refused() {
        Supplement draft = shop.draft(DAY, Rollover.NONE);
        supplements.sign(market.bank, shop.contract.id(), draft.id());
        exchange.settle();

        assertThat(shop.now().end()).isEqualTo(shop.contract.policy().notAfter());
        assertThat(exchange.bean(QuotaService.class).view(shop.contract.id()).granted())
                .isEqualTo(10);
        refused(
                ErrorCode.STATE_CONFLICT,
                () -> supplements.sign(market.bank, shop.contract.id(), draft.id()));
        refused(ErrorCode.DUPLICATE, () -> shop.draft(DAY, Rollover.NONE));
    }

    @Test
    void an_answer_that_is_no_signature_under_the_supplement_is_none() {
        Supplement draft = shop.draft(DAY, Rollover.NONE);
        market.airlineNode.behave(
                answering(
                        SimulatedNode.done(
                                Map.of(
                                        "signature",
                                        shop.contract
                                                .signatures()
                                                .getFirst()
                                                .signature()
                                                .orElseThrow(),
                                        "signingCertificate",
                                        shop.contract
                                                .signatures()
                                                .getFirst()
                                                .certificate()
                                                .orElseThrow()))));
        shop.sign(draft);

        assertThat(shop.found(draft).state()).isEqualTo(ContractState.AWAITING_SIGNATURES);
        assertThat(shop.now().supplements()).isEmpty();
        market.airlineNode.behave(SimulatedNode.Behaviour.GOOD);
        supplements.sign(market.airline, shop.contract.id(), draft.id());
        exchange.settle();
        assertThat(shop.now().supplements()).hasSize(1);
    }

    @Test
    void a_supplement_that_is_dropped_or_comes_too_late_gives_the_money_back() {
        Money before = available();
        Supplement dropped = shop.draft(DAY, Rollover.NONE);
        assertThat(available()).isEqualTo(before.subtract(Money.cny("6000.00")));
        supplements.drop(market.airline, shop.contract.id(), dropped.id(), "not now");
        assertThat(available()).isEqualTo(before);

        Supplement late = shop.draft(DAY, Rollover.NONE);
        supplements.sign(market.bank, shop.contract.id(), late.id());
        supplements.sign(market.airline, shop.contract.id(), late.id());
        exchange.clock().advance(TopUps.TERM.plusMinutes(1));
        exchange.settle();

        assertThat(shop.found(late).state()).isEqualTo(ContractState.TERMINATED);
        assertThat(available()).isEqualTo(before);
        refused(ErrorCode.CONTRACT_EXPIRED, () -> shop.draft(DAY, Rollover.NONE));
    }

    @Test
    void a_cancelled_order_takes_its_supplement_with_it() {
        Supplement draft = shop.draft(DAY, Rollover.NONE);
        refused(
                ErrorCode.DUPLICATE,
                () ->
                        exchange.bean(ContractService.class)
                                .draft(
                                        market.bank,
                                        market.wish(
                                                exchange.bean(OrderService.class)
                                                        .find(market.bank, draft.orderId()))));
        exchange.bean(OrderService.class).cancel(market.bank, draft.orderId());

        assertThat(shop.found(draft).state()).isEqualTo(ContractState.TERMINATED);
    }

    @Test
    void nobody_else_adds_anything_and_nothing_else_is_added() {
        Market others = new Market();
        var request = new SupplementRequest(shop.quote(1).id(), shop.after(DAY), Rollover.NONE);
        refused(
                ErrorCode.NOT_FOUND,
                () -> supplements.draft(others.bank, shop.contract.id(), request));
        refused(ErrorCode.NOT_FOUND, () -> supplements.list(others.bank, shop.contract.id()));

        Supplement draft = shop.draft(DAY, Rollover.NONE);
        refused(
                ErrorCode.NOT_FOUND,
                () -> supplements.sign(others.airline, shop.contract.id(), draft.id()));
        supplements.drop(market.bank, shop.contract.id(), draft.id(), "no more");

        exchange.bean(WalletService.class).topUp(market.bank, Money.cny("6000.00"));
        var elsewhere = others.listing();
        var foreign =
                exchange.bean(OrderService.class)
                        .quote(
                                market.bank,
                                new QuoteRequest(
                                        elsewhere.id(), elsewhere.plans().getFirst().id()));
        refused(
                ErrorCode.VALIDATION_FAILED,
                () ->
                        supplements.draft(
                                market.bank,
                                shop.contract.id(),
                                new SupplementRequest(
                                        foreign.id(), shop.after(DAY), Rollover.NONE)));
        refused(ErrorCode.VALIDATION_FAILED, () -> shop.draft(DAY.negated(), Rollover.NONE));
        refused(ErrorCode.VALIDATION_FAILED, () -> shop.draft(Duration.ofDays(101), Rollover.NONE));
    }

    @Test
    void a_refused_draft_leaves_no_order() {
        Money before = available();
        refused(ErrorCode.VALIDATION_FAILED, () -> shop.draft(DAY.negated(), Rollover.NONE));

        assertThat(available()).isEqualTo(before);
        assertThat(
                        exchange.bean(OrderService.class)
                                .list(market.bank, PageRequest.first(50))
                                .items())
                .noneMatch(order -> order.state() == OrderState.PLACED);
    }

    private Money available() {
        return exchange.bean(WalletService.class).view(market.bank).available();
    }

    private static SimulatedNode.Behaviour answering(Answer answer) {
        return new SimulatedNode.Behaviour() {
            @Override
            public Optional<Answer> answer(Instruction instruction) {
                return instruction.type() == InstructionType.SIGN_SUPPLEMENT
                        ? Optional.of(answer)
                        : Optional.empty();
            }
        };
    }

    private static void refused(ErrorCode code, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
