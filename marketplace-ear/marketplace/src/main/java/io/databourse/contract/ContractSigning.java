package io.databourse.contract;

import io.databourse.contract.SignatureCheck.Verdict;
import io.databourse.membership.Answer;
import io.databourse.membership.InstructionAnswered;
import io.databourse.membership.InstructionType;
import io.databourse.merchant.MerchantId;
import io.databourse.order.OrderService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Gets signatures from nodes. The exchange believes no node's word: it checks each signature with
/// the certificate that it issued itself.
@ApplicationScoped
class ContractSigning {
    private final JpaContractStore store;
    private final SignatureRequests requests;
    private final SignatureCheck check;
    private final OrderService orders;
    private final Event<ContractEvent> events;
    private final Clock clock;

    @Inject
    ContractSigning(
            JpaContractStore store,
            SignatureRequests requests,
            SignatureCheck check,
            OrderService orders,
            Event<ContractEvent> events,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.check = check;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    Contract request(Contract contract, MerchantId party) {
        PartySignature asked =
                requests.send(
                        contract.signatures(),
                        party,
                        InstructionType.SIGN_CONTRACT,
                        contract.id().value(),
                        Map.of(
                                "contractId",
                                contract.id().value(),
                                "document",
                                contract.document()));
        events.fire(
                new ContractEvent.SignatureRequested(
                        contract.id(),
                        party,
                        asked.nodeId(),
                        contract.documentHash(),
                        clock.instant()));
        return saved(contract.with(asked));
    }

    /// The same transaction stores the answer, the contract's new state and all that follows.
    void onAnswer(@Observes InstructionAnswered event) {
        if (event.type() != InstructionType.SIGN_CONTRACT) {
            return;
        }
        Contract contract = store.lock(new ContractId(event.subjectId())).orElseThrow();
        if (contract.state() == ContractState.AWAITING_SIGNATURES) {
            SignatureRequests.awaited(contract.signatures(), event)
                    .ifPresent(asked -> answered(contract, asked, event.answer()));
        }
    }

    private void answered(Contract contract, PartySignature asked, Answer answer) {
        Verdict verdict = check.check(contract.document(), asked, answer);
        switch (verdict) {
            case Verdict.Refused(var reason) -> {
                saved(contract.with(asked.refused(reason)));
                events.fire(
                        new ContractEvent.SignatureRefused(
                                contract.id(),
                                asked.merchantId(),
                                asked.nodeId(),
                                reason,
                                clock.instant()));
            }
            case Verdict.Valid(var signature, var certificate, var fingerprint) -> {
                Instant now = clock.instant();
                Contract signed = saved(contract.with(asked.signed(signature, certificate, now)));
                events.fire(
                        new ContractEvent.Signed(
                                contract.id(),
                                asked.merchantId(),
                                asked.nodeId(),
                                contract.documentHash(),
                                signature,
                                fingerprint,
                                now));
                if (signed.isSignedByAll()) {
                    activate(signed, now);
                }
            }
        }
    }

    private void activate(Contract contract, Instant now) {
        orders.markContracted(contract.orderId());
        saved(contract.with(ContractState.ACTIVE));
        events.fire(
                new ContractEvent.Activated(
                        contract.id(),
                        contract.orderId(),
                        contract.provider(),
                        contract.consumer(),
                        contract.units(),
                        contract.documentHash(),
                        now));
    }

    private Contract saved(Contract contract) {
        store.update(contract);
        return contract;
    }
}
