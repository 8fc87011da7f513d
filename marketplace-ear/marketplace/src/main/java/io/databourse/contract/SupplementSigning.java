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

/// Gets signatures under supplements from nodes, and puts in force what both have signed.
@ApplicationScoped
class SupplementSigning {
    private final JpaSupplementStore store;
    private final JpaContractStore contracts;
    private final SignatureRequests requests;
    private final SignatureCheck check;
    private final OrderService orders;
    private final Event<SupplementEvent> events;
    private final Clock clock;

    @Inject
    SupplementSigning(
            JpaSupplementStore store,
            JpaContractStore contracts,
            SignatureRequests requests,
            SignatureCheck check,
            OrderService orders,
            Event<SupplementEvent> events,
            Clock clock) {
        this.store = store;
        this.contracts = contracts;
        this.requests = requests;
        this.check = check;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /// The node gets the whole contract with it: it signs no addition to what it does not know.
    Supplement request(Contract contract, Supplement supplement, MerchantId party) {
        PartySignature asked =
                requests.send(
                        supplement.signatures(),
                        party,
                        InstructionType.SIGN_SUPPLEMENT,
                        supplement.id().value(),
                        Map.of(
                                "contractId",
                                contract.id().value(),
                                "supplementId",
                                supplement.id().value(),
                                "contract",
                                SignedTexts.of(contract),
                                "document",
                                supplement.document()));
        events.fire(
                new SupplementEvent.SignatureRequested(
                        supplement.id(),
                        contract.id(),
                        party,
                        asked.nodeId(),
                        supplement.documentHash(),
                        clock.instant()));
        return store.saved(supplement.with(asked));
    }

    /// The same transaction stores the answer, the supplement's new state and all that follows.
    void onAnswer(@Observes InstructionAnswered event) {
        if (event.type() != InstructionType.SIGN_SUPPLEMENT) {
            return;
        }
        SupplementId id = new SupplementId(event.subjectId());
        Contract contract = contracts.lock(store.find(id).orElseThrow().contractId()).orElseThrow();
        Supplement supplement = store.lock(id).orElseThrow();
        if (supplement.state() == ContractState.AWAITING_SIGNATURES) {
            SignatureRequests.awaited(supplement.signatures(), event)
                    .ifPresent(asked -> answered(contract, supplement, asked, event.answer()));
        }
    }

    private void answered(
            Contract contract, Supplement supplement, PartySignature asked, Answer answer) {
        Instant now = clock.instant();
        switch (check.check(supplement.document(), asked, answer)) {
            case Verdict.Refused(var reason) -> {
                store.saved(supplement.with(asked.refused(reason)));
                events.fire(
                        new SupplementEvent.SignatureRefused(
                                supplement.id(),
                                contract.id(),
                                asked.merchantId(),
                                asked.nodeId(),
                                reason,
                                now));
            }
            case Verdict.Valid(var signature, var certificate, var fingerprint) -> {
                Supplement signed =
                        store.saved(supplement.with(asked.signed(signature, certificate, now)));
                events.fire(
                        new SupplementEvent.Signed(
                                supplement.id(),
                                contract.id(),
                                asked.merchantId(),
                                asked.nodeId(),
                                supplement.documentHash(),
                                signature,
                                fingerprint,
                                now));
                if (PartySignature.all(signed.signatures())) {
                    conclude(contract, signed, now);
                }
            }
        }
    }

    /// The last signature may come when the contract is over: then there is nothing to add to.
    private void conclude(Contract contract, Supplement signed, Instant now) {
        if (contract.expired()) {
            store.saved(signed.with(ContractState.TERMINATED));
            events.fire(
                    new SupplementEvent.Dropped(
                            signed.id(),
                            contract.id(),
                            signed.provider(),
                            signed.consumer(),
                            "The contract ended before both had signed.",
                            now));
            orders.release(signed.orderId());
            return;
        }
        orders.markContracted(signed.orderId());
        contracts.add(store.saved(signed.with(ContractState.ACTIVE)));
        events.fire(
                new SupplementEvent.CameIntoForce(
                        signed.id(),
                        contract.id(),
                        signed.orderId(),
                        signed.provider(),
                        signed.consumer(),
                        signed.units(),
                        signed.validUntil(),
                        signed.rollover(),
                        signed.documentHash(),
                        now));
    }
}
