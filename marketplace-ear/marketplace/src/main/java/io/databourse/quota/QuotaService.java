package io.databourse.quota;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractEvent;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.contract.SupplementEvent;
import io.databourse.ledger.InsufficientBalance;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.Transfer;
import io.databourse.money.Money;
import io.databourse.pricing.UnitLadder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Hold → consume or release. A holder (a job's id) holds one unit, once, whatever is repeated.
/// Calls, of which there are many more, are counted from leases: see [QuotaLeases].
@ApplicationScoped
@Transactional
public class QuotaService {
    private final LedgerService ledger;
    private final QuotaStore store;
    private final ContractService contracts;
    private final Event<QuotaEvent> events;
    private final Clock clock;

    @Inject
    QuotaService(
            LedgerService ledger,
            QuotaStore store,
            ContractService contracts,
            Event<QuotaEvent> events,
            Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.contracts = contracts;
        this.events = events;
        this.clock = clock;
    }

    /// Grants units of a contract, once; they do not end.
    public void grant(ContractId contract, long units) {
        grant(contract, units, Optional.empty());
    }

    private void grant(ContractId contract, long units, Optional<Instant> validUntil) {
        var pack =
                new Pack(
                        "pck_" + contract.value().substring("con_".length()),
                        contract,
                        RunsLedger.unusedName(contract),
                        units,
                        0,
                        clock.instant(),
                        validUntil,
                        0,
                        clock.instant());
        grant(pack, "quota-grant:" + contract);
    }

    /// Grants one more pack.
    public void grant(PackGrant asked) {
        String id = "pck_" + asked.key();
        var pack =
                new Pack(
                        id,
                        asked.contractId(),
                        RunsLedger.unusedName(asked.contractId()) + "/" + id,
                        asked.units(),
                        asked.priority(),
                        asked.validFrom(),
                        asked.validUntil(),
                        asked.rollover(),
                        clock.instant());
        grant(pack, "quota-grant:" + id);
    }

    private void grant(Pack pack, String key) {
        if (!store.insert(pack)) {
            return;
        }
        ledger.postNow(
                RunsLedger.move(
                        key,
                        RunsLedger.issued(),
                        RunsLedger.unused(pack),
                        pack.units(),
                        "grant",
                        pack.contractId()));
        events.fire(new QuotaEvent.Granted(pack.contractId(), pack.units(), clock.instant()));
    }

    /// Sets one unit aside for the holder, of the pack that burns first.
    public void hold(ContractId contract, String holder) {
        String key = key(holder);
        if (ledger.find(key).isPresent()) {
            return;
        }
        if (store.standing(contract).frozen()) {
            throw frozen(contract);
        }
        Pack pack =
                store.packs(contract, true).stream()
                        .filter(each -> each.isOpenAt(clock.instant()))
                        .sorted(Pack.BURN_ORDER)
                        .filter(each -> ledger.balance(RunsLedger.unused(each)).available() > 0)
                        .findFirst()
                        .orElseThrow(() -> exhausted(contract));
        try {
            ledger.pending(
                    RunsLedger.move(
                            key,
                            RunsLedger.unused(pack),
                            RunsLedger.used(contract),
                            1,
                            "hold",
                            contract));
        } catch (InsufficientBalance none) {
            throw exhausted(contract);
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
        if (event instanceof ContractEvent.Activated activated) {
            Contract contract = contracts.find(Caller.system(), activated.contractId());
            grant(contract.id(), contract.units(), Optional.of(contract.policy().notAfter()));
        }
    }

    void whenSupplemented(@Observes SupplementEvent.CameIntoForce event) {
        grant(
                new PackGrant(
                        event.supplementId().value(),
                        event.contractId(),
                        event.units(),
                        0,
                        clock.instant(),
                        Optional.of(event.validUntil()),
                        event.rollover().limit()));
    }

    /// What the contract's units cost, one after the other, without those that expired.
    public UnitLadder ladder(Contract contract) {
        return contract.ladder(
                contract.supplements().isEmpty() ? List.of() : store.lapses(contract.id()));
    }

    /// What was paid for the units that expired with the pack.
    public Money lapsed(Contract contract, String pack) {
        UnitLadder ladder = ladder(contract);
        return store.lapsesOf(pack).stream()
                .map(ladder::worth)
                .reduce(Money.zero(contract.price().currency()), Money::add);
    }

    /// All packs of a contract and what became of their units, the first granted first.
    public List<PackStory> stories(ContractId contract) {
        return store.stories(contract);
    }

    public Quota view(ContractId contract) {
        List<Pack> packs = store.packs(contract, false);
        long unused = 0;
        long held = 0;
        for (Pack pack : packs) {
            var balance = ledger.balance(RunsLedger.unused(pack));
            unused += balance.posted();
            held += balance.held();
        }
        long leased = ledger.balance(RunsLedger.leased(contract)).posted();
        long consumed = ledger.balance(RunsLedger.used(contract)).posted();
        return new Quota(contract, unused + leased + consumed, held + leased, consumed);
    }

    /// The contract's packs that have not expired, in the order in which they burn.
    public List<PackLeft> packs(ContractId contract) {
        return store.packs(contract, false).stream()
                .sorted(Pack.BURN_ORDER)
                .map(pack -> new PackLeft(pack, ledger.balance(RunsLedger.unused(pack)).posted()))
                .toList();
    }

    /// Whether an operator has stopped all use of the contract.
    public boolean isFrozen(ContractId contract) {
        return store.standings(List.of(contract)).getOrDefault(contract, Standing.INITIAL).frozen();
    }

    static Refusal exhausted(ContractId contract) {
        return Refusal.of(
                ErrorCode.QUOTA_EXHAUSTED, "No unit is left of what contract %s grants.", contract);
    }

    static Refusal frozen(ContractId contract) {
        return Refusal.of(
                ErrorCode.QUOTA_FROZEN, "The exchange has stopped all use of %s.", contract);
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
}
