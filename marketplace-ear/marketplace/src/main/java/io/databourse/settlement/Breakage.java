package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferId;
import io.databourse.ledger.TransferRequest;
import io.databourse.ledger.TransferRequest.Leg;
import io.databourse.money.Money;
import io.databourse.quota.QuotaEvent;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/// What was paid for a pack and expired unused, 沉淀金额, leaves the buyer's reserved money in the
/// transaction in which the units expire, once for a contract.
@ApplicationScoped
class Breakage {
    static final String REASON = "BREAKAGE";

    private final QuotaService quotas;
    private final ContractService contracts;
    private final JpaRatings ratings;
    private final LedgerService ledger;
    private final Event<SettlementEvent> events;
    private final Clock clock;

    @Inject
    Breakage(
            QuotaService quotas,
            ContractService contracts,
            JpaRatings ratings,
            LedgerService ledger,
            Event<SettlementEvent> events,
            Clock clock) {
        this.quotas = quotas;
        this.contracts = contracts;
        this.ratings = ratings;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// The money is the contract's, not a pack's: it is known when the last pack has ended.
    void whenExpired(@Observes QuotaEvent.Expired event) {
        if (quotas.packs(event.contractId()).isEmpty()) {
            end(event.contractId());
        }
    }

    private void end(ContractId id) {
        Contract contract = contracts.find(Caller.system(), id);
        Rated rated = ratings.lock(id);
        if (rated.ended()) {
            return;
        }
        Money unused = least(rated.left(contract), unusedOfPack(contract, rated));
        ratings.save(List.of(rated.withEnd(unused)));
        if (unused.isPositive()) {
            events.fire(
                    new SettlementEvent.Broken(
                            id,
                            contract.consumer(),
                            unused,
                            move(contract, unused),
                            clock.instant()));
        }
    }

    /// Without pay as you go all of the price is the pack's; otherwise what the pack cost, less
    /// what was used of it.
    private static Money unusedOfPack(Contract contract, Rated rated) {
        return contract.charging()
                .payAsYouGo()
                .map(terms -> terms.unusedOfPack(rated.consumption(contract.charging())))
                .orElseGet(contract::price);
    }

    private TransferId move(Contract contract, Money unused) {
        var currency = unused.currency();
        return ledger.postNow(
                new TransferRequest(
                        "breakage:" + contract.id(),
                        List.of(
                                new Leg(
                                        SettlementAccounts.reserved(contract.consumer(), currency),
                                        SettlementAccounts.breakage(currency),
                                        unused.minor())),
                        REASON,
                        contract.id().value()));
    }

    private static Money least(Money a, Money b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
