package io.databourse.quota;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractEvent;
import io.databourse.contract.ContractId;
import io.databourse.ledger.Account;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.InsufficientBalance;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.Transfer;
import io.databourse.ledger.TransferRequest;
import io.databourse.ledger.TransferRequest.Leg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Hold → consume or release. A holder (a job's id) holds one unit, once, whatever is repeated.
@ApplicationScoped
@Transactional
public class QuotaService {
    /// The ledger in which runs are counted.
    static final String RUNS = "RUNS";

    private static final Account ISSUED = new Account(RUNS, "issued", Side.DEBIT, true);

    private final LedgerService ledger;
    private final Event<QuotaEvent> events;
    private final Clock clock;

    @Inject
    QuotaService(LedgerService ledger, Event<QuotaEvent> events, Clock clock) {
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Grants the units of a contract, once.
    public void grant(ContractId contract, long units) {
        String key = "quota-grant:" + contract;
        if (ledger.find(key).isPresent()) {
            return;
        }
        ledger.postNow(
                new TransferRequest(
                        key,
                        List.of(new Leg(ISSUED, unused(contract), units)),
                        "grant",
                        contract.value()));
        events.fire(new QuotaEvent.Granted(contract, units, clock.instant()));
    }

    /// Sets one unit aside for the holder.
    public void hold(ContractId contract, String holder) {
        String key = key(holder);
        if (ledger.find(key).isPresent()) {
            return;
        }
        var request =
                new TransferRequest(
                        key,
                        List.of(new Leg(unused(contract), used(contract), 1)),
                        "hold",
                        contract.value());
        try {
            ledger.pending(request);
        } catch (InsufficientBalance none) {
            throw Refusal.of(
                    ErrorCode.QUOTA_EXHAUSTED,
                    "No run is left of the %s that contract %s grants.",
                    view(contract).granted(),
                    contract);
        }
        events.fire(new QuotaEvent.Held(contract, holder, 1, clock.instant()));
    }

    /// The held unit is used up. Doing it again changes nothing.
    public void consume(String holder) {
        Transfer held = held(holder);
        if (ledger.post(held.id())) {
            events.fire(new QuotaEvent.Consumed(contractOf(held), holder, 1, clock.instant()));
        }
    }

    /// The held unit is free again. Doing it again changes nothing.
    public void release(String holder) {
        Transfer held = held(holder);
        if (ledger.voidPending(held.id())) {
            events.fire(new QuotaEvent.Released(contractOf(held), holder, 1, clock.instant()));
        }
    }

    void whenActivated(@Observes ContractEvent event) {
        if (event instanceof ContractEvent.Activated contract) {
            grant(contract.contractId(), contract.units());
        }
    }

    public Quota view(ContractId contract) {
        var left = ledger.balance(unused(contract));
        long consumed = ledger.balance(used(contract)).posted();
        return new Quota(contract, left.posted() + consumed, left.held(), consumed);
    }

    private static ContractId contractOf(Transfer held) {
        return new ContractId(held.subjectId());
    }

    private Transfer held(String holder) {
        return ledger.find(key(holder))
                .orElseThrow(() -> new IllegalStateException(holder + " holds nothing"));
    }

    private static String key(String holder) {
        return "quota-hold:" + holder;
    }

    private static Account unused(ContractId contract) {
        return new Account(RUNS, "unused:" + contract, Side.CREDIT, false);
    }

    private static Account used(ContractId contract) {
        return new Account(RUNS, "used:" + contract, Side.CREDIT, false);
    }
}
