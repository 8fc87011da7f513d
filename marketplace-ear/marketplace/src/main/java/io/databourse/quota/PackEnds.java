package io.databourse.quota;

import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.ledger.Account;
import io.databourse.ledger.LedgerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes away the unused units of packs whose window has ended, but for those that the next pack
/// takes over. A transaction each, so that one that cannot end yet holds up no other.
@ApplicationScoped
@Transactional
public class PackEnds {
    private final QuotaStore store;
    private final ContractService contracts;
    private final LedgerService ledger;
    private final Event<QuotaEvent> events;
    private final Clock clock;

    @Inject
    PackEnds(
            QuotaStore store,
            ContractService contracts,
            LedgerService ledger,
            Event<QuotaEvent> events,
            Clock clock) {
        this.store = store;
        this.contracts = contracts;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Packs whose window has ended, the oldest first.
    public List<Pack> due(int most) {
        return store.endingBefore(clock.instant(), most);
    }

    /// Ends the pack, once. Not while units of it are leased or held: they may yet be consumed, or
    /// come back; nor before those that end earlier, which it may take units over from. A
    /// contract's last pack waits for its calls to be charged as well, since what is left of the
    /// money is known then.
    ///
    /// @return whether it was ended now
    public boolean end(Pack ended) {
        ContractId id = ended.contractId();
        Optional<Contract> contract = contracts.hold(id);
        List<Pack> packs = store.packs(id, true);
        var balance = ledger.balance(RunsLedger.unused(ended));
        if (!packs.contains(ended)
                || ended.isOpenAt(clock.instant())
                || packs.stream().anyMatch(other -> other.endsBefore(ended))
                || balance.held() > 0
                || isLeased(ended)
                || (packs.size() == 1 && isUncharged(id))) {
            return false;
        }
        long passedOn = passOn(ended, packs, balance.posted());
        long lost = balance.posted() - passedOn;
        store.expire(ended);
        if (lost > 0) {
            move("quota-expiry:", ended, RunsLedger.expired(id), lost, "expiry");
            contract.filter(each -> !each.supplements().isEmpty())
                    .ifPresent(each -> lapse(each, ended, passedOn, lost));
        }
        events.fire(new QuotaEvent.Expired(id, ended.id(), lost, clock.instant()));
        return true;
    }

    /// The pack that burns next takes over as much as its terms say.
    ///
    /// @return how many units
    private long passOn(Pack ended, List<Pack> packs, long unused) {
        Optional<Pack> next =
                packs.stream().filter(ended::endsBefore).sorted(Pack.BURN_ORDER).findFirst();
        long units =
                next.map(pack -> Math.min(unused, pack.rollover() - store.takenOver(pack)))
                        .orElse(0L);
        if (units <= 0) {
            return 0;
        }
        Pack to = next.orElseThrow();
        Instant now = clock.instant();
        store.rollOver(ended, to, units, now);
        move("rollover:", ended, RunsLedger.unused(to), units, "rollover");
        events.fire(new QuotaEvent.RolledOver(ended.contractId(), ended.id(), to.id(), units, now));
        return units;
    }

    /// What is passed on keeps its place, and so its money; what is lost are those behind it.
    private void lapse(Contract contract, Pack ended, long passedOn, long lost) {
        long used = ledger.balance(RunsLedger.used(contract.id())).posted();
        store.lapse(
                ended,
                contract.ladder(store.lapses(contract.id()))
                        .next(Math.addExact(used, passedOn), lost));
    }

    private void move(String key, Pack from, Account to, long units, String reason) {
        ledger.postNow(
                RunsLedger.move(
                        key + from.id(),
                        RunsLedger.unused(from),
                        to,
                        units,
                        reason,
                        from.contractId()));
    }

    private boolean isLeased(Pack pack) {
        return store.openLeases(pack.contractId()).stream()
                .anyMatch(lease -> lease.packId().equals(pack.id()));
    }

    private boolean isUncharged(ContractId contract) {
        return ledger.balance(RunsLedger.leased(contract)).posted() > 0;
    }
}
