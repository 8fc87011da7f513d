package io.databourse.quota;

import io.databourse.contract.ContractId;
import io.databourse.ledger.LedgerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Takes away the unused units of packs whose window has ended. A transaction each, so that one
/// that cannot end yet holds up no other.
@ApplicationScoped
@Transactional
public class PackEnds {
    private final QuotaStore store;
    private final LedgerService ledger;
    private final Event<QuotaEvent> events;
    private final Clock clock;

    @Inject
    PackEnds(QuotaStore store, LedgerService ledger, Event<QuotaEvent> events, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Packs whose window has ended, the oldest first.
    public List<Pack> due(int most) {
        return store.endingBefore(clock.instant(), most);
    }

    /// Ends the pack, once. Not while units of it are leased or held: they may yet be consumed, or
    /// come back. A contract's last pack waits for its calls to be charged as well, since what is
    /// left of the money is known then.
    ///
    /// @return whether it was ended now
    public boolean end(Pack ended) {
        ContractId contract = ended.contractId();
        List<Pack> packs = store.packs(contract, true);
        var balance = ledger.balance(RunsLedger.unused(ended));
        if (!packs.contains(ended)
                || ended.isOpenAt(clock.instant())
                || balance.held() > 0
                || isLeased(ended)
                || (packs.size() == 1 && isUncharged(contract))) {
            return false;
        }
        store.expire(ended);
        if (balance.posted() > 0) {
            ledger.postNow(
                    RunsLedger.move(
                            "quota-expiry:" + ended.id(),
                            RunsLedger.unused(ended),
                            RunsLedger.expired(contract),
                            balance.posted(),
                            "expiry",
                            contract));
        }
        events.fire(
                new QuotaEvent.Expired(contract, ended.id(), balance.posted(), clock.instant()));
        return true;
    }

    private boolean isLeased(Pack pack) {
        return store.openLeases(pack.contractId()).stream()
                .anyMatch(lease -> lease.packId().equals(pack.id()));
    }

    private boolean isUncharged(ContractId contract) {
        return ledger.balance(RunsLedger.leased(contract)).posted() > 0;
    }
}
