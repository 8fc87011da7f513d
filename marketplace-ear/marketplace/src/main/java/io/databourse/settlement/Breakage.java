package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
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
/// transaction in which the units expire, once for a pack.
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

    /// Without supplements the money is the contract's, not a pack's: it is known when the last
    /// pack has ended. Otherwise it is what was paid for the units that expire.
    void whenExpired(@Observes QuotaEvent.Expired event) {
        boolean last = quotas.packs(event.contractId()).isEmpty();
        Contract contract = contracts.find(Caller.system(), event.contractId());
        boolean byPack = !contract.supplements().isEmpty();
        Rated rated = last || byPack ? ratings.lock(contract.id()) : Rated.none("");
        if (byPack) {
            Money unused = quotas.lapsed(contract, event.packId());
            end(contract, rated, unused, last, ":" + event.packId());
        } else if (last && !rated.ended()) {
            end(contract, rated, unusedOfPack(contract, rated), true, "");
        }
    }

    private void end(Contract contract, Rated rated, Money paid, boolean last, String pack) {
        Money unused = least(rated.left(contract), paid);
        ratings.save(List.of(rated.withEnd(unused, last)));
        if (unused.isPositive()) {
            events.fire(
                    new SettlementEvent.Broken(
                            contract.id(),
                            contract.consumer(),
                            unused,
                            move(contract, unused, pack),
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

    private TransferId move(Contract contract, Money unused, String pack) {
        var currency = unused.currency();
        return ledger.postNow(
                new TransferRequest(
                        "breakage:" + contract.id() + pack,
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
