package io.databourse.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractRequest;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.contract.PartyRole;
import io.databourse.contract.SignatureState;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.harness.Exchange;
import io.databourse.harness.Market;
import io.databourse.harness.SimulatedNode;
import io.databourse.harness.SimulatedNode.Behaviour;
import io.databourse.json.Json;
import io.databourse.membership.Answer;
import io.databourse.membership.Instruction;
import io.databourse.membership.InstructionType;
import io.databourse.order.Order;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractTest {
    private final Exchange exchange = Exchange.get();
    private final Market market = new Market();
    private final ContractService contracts = exchange.bean(ContractService.class);

    @Test
    void a_contract_that_both_nodes_signed_is_active_and_grants_its_units() {
        Contract contract = market.contract();

        assertThat(contract.signatures())
                .allSatisfy(each ->
                        assertThat(
                                        SignatureVerifier.verifyDocument(
                                                Pem.certificate(each.certificate().orElseThrow()),
                                                contract.document(),
                                                each.signature().orElseThrow()))
                                .isTrue());
        assertThat(exchange.bean(QuotaService.class).view(contract.id()))
                .isEqualTo(new Quota(contract.id(), 10, 0, 0));
    }

    @Test
    void the_document_says_what_nodes_will_enforce() {
        var document = Json.tree(market.draft().document());

        assertThat(document.path("type").asText()).isEqualTo("databourse/contract/1");
        assertThat(document.path("parties")).hasSize(3);
        assertThat(document.path("dataset").path("source").asText()).isEqualTo("members");
        assertThat(document.path("policy").path("maximumRuns").asInt()).isEqualTo(10);
        assertThat(document.path("policy").path("resultRecipient").asText()).isEqualTo("CONSUMER");
        assertThat(document.path("price").path("amount").asText()).isEqualTo("5000.00");
    }

    @Test
    void one_signature_is_not_enough() {
        Contract draft = market.draft();
        contracts.sign(market.bank, draft.id());
        exchange.settle();

        Contract half = contracts.find(market.bank, draft.id());
        assertThat(half.state()).isEqualTo(ContractState.AWAITING_SIGNATURES);
        assertThat(half.signature(PartyRole.CONSUMER).state()).isEqualTo(SignatureState.SIGNED);
        assertRefused(ErrorCode.CONTRACT_NOT_SIGNED, () -> market.start(half));
        assertRefused(ErrorCode.STATE_CONFLICT, () -> contracts.sign(market.bank, draft.id()));
    }

    @Test
    void a_signature_that_does_not_verify_is_refused_and_may_be_tried_again() {
        Contract draft = market.draft();
        contracts.sign(market.airline, draft.id());
        exchange.settle();
        String good =
                contracts
                        .find(market.airline, draft.id())
                        .signature(PartyRole.PROVIDER)
                        .certificate()
                        .orElseThrow();
        market.bankNode.behave(signing(Map.of("signature", "AAAA", "signingCertificate", good)));
        contracts.sign(market.bank, draft.id());
        exchange.settle();

        var refused = contracts.find(market.bank, draft.id()).signature(PartyRole.CONSUMER);
        assertThat(refused.state()).isEqualTo(SignatureState.REFUSED);
        assertThat(refused.reason()).hasValueSatisfying(why -> assertThat(why).contains("node's"));

        market.bankNode.behave(Behaviour.GOOD);
        contracts.sign(market.bank, draft.id());
        exchange.settle();
        assertThat(contracts.find(market.bank, draft.id()).state()).isEqualTo(ContractState.ACTIVE);
    }

    @Test
    void a_node_may_refuse_and_says_why() {
        Contract draft = market.draft();
        market.airlineNode.behave(
                new Behaviour() {
                    @Override
                    public Optional<Answer> answer(Instruction instruction) {
                        return Optional.of(SimulatedNode.refused("RELEASE_POLICY"));
                    }
                });
        contracts.sign(market.airline, draft.id());
        exchange.settle();

        assertThat(contracts.find(market.bank, draft.id()).signature(PartyRole.PROVIDER).reason())
                .contains("RELEASE_POLICY: no");
    }

    @Test
    void wishes_beyond_the_listings_terms_are_refused() {
        Order order = market.order();
        ContractRequest good = market.wish(order);

        assertRefused(
                ErrorCode.PURPOSE_NOT_ALLOWED,
                () ->
                        contracts.draft(
                                market.bank,
                                new ContractRequest(
                                        order.id(),
                                        List.of("credit"),
                                        good.notAfter(),
                                        20,
                                        good.consumerNode())));
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                () ->
                        contracts.draft(
                                market.bank,
                                new ContractRequest(
                                        order.id(),
                                        good.purposes(),
                                        good.notAfter(),
                                        19,
                                        good.consumerNode())));
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                () ->
                        contracts.draft(
                                market.bank,
                                new ContractRequest(
                                        order.id(),
                                        good.purposes(),
                                        good.notAfter().plus(Duration.ofDays(365)),
                                        20,
                                        good.consumerNode())));
        assertRefused(
                ErrorCode.NOT_FOUND,
                () ->
                        contracts.draft(
                                market.bank,
                                new ContractRequest(
                                        order.id(),
                                        good.purposes(),
                                        good.notAfter(),
                                        20,
                                        market.airlineNode.id())));
    }

    @Test
    void an_order_has_one_contract() {
        Contract draft = market.draft();
        Order order =
                exchange.bean(io.databourse.order.OrderService.class)
                        .find(market.bank, draft.orderId());

        assertRefused(ErrorCode.DUPLICATE, () -> contracts.draft(market.bank, market.wish(order)));
    }

    @Test
    void a_contract_past_its_term_allows_no_job() {
        Contract contract = market.contract();
        exchange.clock().advance(Duration.ofDays(91));
        market.bankNode.sayHello();
        market.airlineNode.sayHello();
        market.computeNode.sayHello();

        assertThat(contracts.find(market.bank, contract.id()).expired()).isTrue();
        assertRefused(ErrorCode.CONTRACT_EXPIRED, () -> market.start(contract));
    }

    @Test
    void a_stranger_sees_no_contract() {
        Contract draft = market.draft();
        Market other = new Market();

        assertRefused(ErrorCode.NOT_FOUND, () -> contracts.find(other.bank, draft.id()));
        assertRefused(ErrorCode.NOT_FOUND, () -> contracts.sign(other.bank, draft.id()));
    }

    private static Behaviour signing(Map<String, Object> result) {
        return new Behaviour() {
            @Override
            public Optional<Answer> answer(Instruction instruction) {
                return instruction.type() == InstructionType.SIGN_CONTRACT
                        ? Optional.of(SimulatedNode.done(result))
                        : Optional.empty();
            }
        };
    }

    private static void assertRefused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
