package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
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
import java.util.List;

/// What one contract has left, in one transaction.
@ApplicationScoped
@Transactional
class UnusedReturn {
    private static final String REASON = "UNUSED";

    private final ContractService contracts;
    private final JpaRatings ratings;
    private final LedgerService ledger;
    private final Event<SettlementEvent> events;
    private final Clock clock;

    @Inject
    UnusedReturn(
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

    /// Contracts of which nothing can arrive any more, and that have something left.
    List<ContractId> due() {
        return ratings.left(clock.instant().minus(MeterSettings.current().window()));
    }

    /// Doing it again gives nothing back twice.
    ///
    /// @param id one that is due
    Money giveBack(ContractId id) {
        Contract contract = contracts.find(Caller.system(), id);
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
