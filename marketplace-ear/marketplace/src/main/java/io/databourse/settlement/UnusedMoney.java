package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferId;
import io.databourse.ledger.TransferRequest;
import io.databourse.ledger.TransferRequest.Leg;
import io.databourse.metering.MeterSettings;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Gives back to the buyer what is still set aside for a contract once it is over and nothing of it
/// can arrive any more: what was meant for use as it comes, and what reversals brought back after
/// the units had expired. What was paid for units that expired is [Breakage].
@ApplicationScoped
@Transactional
public class UnusedMoney {
    private static final String REASON = "UNUSED";

    private final ContractService contracts;
    private final JpaRatings ratings;
    private final LedgerService ledger;
    private final Event<SettlementEvent> events;
    private final Clock clock;

    @Inject
    UnusedMoney(
            ContractService contracts,
            JpaRatings ratings,
            LedgerService ledger,
            Event<SettlementEvent> events,
            Clock clock) {
        this.contracts = contracts;
        this.ratings = ratings;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Doing it again gives nothing back twice.
    ///
    /// @return what was given back now, contract by contract
    public List<Money> giveBack() {
        Instant lastCall = clock.instant().minus(MeterSettings.current().window());
        return ratings.left(lastCall).stream()
                .map(id -> giveBack(contracts.find(Caller.system(), id)))
                .filter(Money::isPositive)
                .toList();
    }

    private Money giveBack(Contract contract) {
        Rated rated = ratings.lock(contract.id());
        Money unused = rated.left(contract);
        if (unused.isPositive()) {
            Rated after = rated.withReturned(unused);
            ratings.save(List.of(after));
            TransferId transfer = move(contract, unused, after);
            events.fire(
                    new SettlementEvent.Returned(
                            contract.id(), contract.consumer(), unused, transfer, clock.instant()));
        }
        return unused;
    }

    private TransferId move(Contract contract, Money unused, Rated after) {
        CurrencyCode currency = unused.currency();
        return ledger.postNow(
                new TransferRequest(
                        "unused:%s:%d".formatted(contract.id(), after.returned()),
                        List.of(
                                new Leg(
                                        SettlementAccounts.reserved(contract.consumer(), currency),
                                        SettlementAccounts.prepaid(contract.consumer(), currency),
                                        unused.minor())),
                        REASON,
                        contract.id().value()));
    }
}
