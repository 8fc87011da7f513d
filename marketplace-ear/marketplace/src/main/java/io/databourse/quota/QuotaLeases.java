package io.databourse.quota;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.ledger.BatchOutcome;
import io.databourse.ledger.LedgerService;
import io.databourse.ledger.TransferRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Gives units of packs to instances, which sell them from memory, and takes back what they did not
/// sell. A lease is void as soon as the contract's epoch has passed it.
@ApplicationScoped
@Transactional
public class QuotaLeases {
    /// An instance that is silent for so long has lost its leases.
    static final Duration TERM = Duration.ofSeconds(10);

    private static final Duration RENEWED_BEFORE = TERM.dividedBy(2);

    private static final int REAPED_AT_ONCE = 100;

    private final QuotaStore store;
    private final ContractService contracts;
    private final LedgerService ledger;
    private final Event<QuotaEvent> events;
    private final Clock clock;

    @Inject
    QuotaLeases(
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

    /// Leases units of the pack that burns first.
    ///
    /// @param least fewer than these are of no use to the holder
    /// @param want half of what is left at most, so that other instances can sell too
    /// @param current the holder's open lease, which is made larger if it is of the same pack
    public Lease lease(
            ContractId contract, String holder, long least, long want, Optional<Lease> current) {
        Standing standing = requireUsable(contract);
        List<Pack> packs =
                store.packs(contract, true).stream()
                        .filter(pack -> pack.isOpenAt(clock.instant()))
                        .sorted(Pack.BURN_ORDER)
                        .toList();
        for (Pack pack : packs) {
            long left = ledger.balance(RunsLedger.unused(pack)).available();
            if (left >= least && left > 0) {
                long units = Math.min(left, Math.max(least, Math.min(want, (left + 1) / 2)));
                return take(pack, units, holder, standing, current);
            }
        }
        throw QuotaService.exhausted(contract);
    }

    private Lease take(
            Pack pack, long units, String holder, Standing standing, Optional<Lease> current) {
        Instant expiresAt = earliest(clock.instant().plus(TERM), pack.validUntil());
        Lease lease =
                current.filter(open -> open.packId().equals(pack.id()))
                        .filter(open -> open.epoch() == standing.epoch())
                        .flatMap(open -> store.extend(open.id(), units, expiresAt))
                        .orElseGet(() ->
                                store.insert(
                                        new Lease(
                                                0,
                                                pack.contractId(),
                                                pack.id(),
                                                holder,
                                                standing.epoch(),
                                                units,
                                                0,
                                                expiresAt)));
        ledger.postNow(
                RunsLedger.move(
                        "lease:%d:%d".formatted(lease.id(), lease.units()),
                        RunsLedger.unused(pack),
                        RunsLedger.leased(pack.contractId()),
                        units,
                        "lease",
                        pack.contractId()));
        return lease;
    }

    /// Keeps the leases for another term, and tells where their contracts stand now. Leases that
    /// are good for a while are only read, so that asking often does not hold up who uses them.
    public Renewal renew(Collection<Lease> leases) {
        Instant now = clock.instant();
        Map<Long, Instant> open = store.open(leases.stream().map(Lease::id).toList());
        List<Long> ending =
                open.entrySet().stream()
                        .filter(each -> each.getValue().isBefore(now.plus(RENEWED_BEFORE)))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!ending.isEmpty()) {
            open.keySet().removeAll(ending);
            open.putAll(store.renew(ending, now.plus(TERM)));
        }
        return new Renewal(
                leases.stream().map(Lease::id).collect(Collectors.toSet()),
                open,
                store.standings(leases.stream().map(Lease::contractId).distinct().toList()));
    }

    /// What is left of leases.
    ///
    /// @param asked which leases were asked about
    /// @param open until when the leases that are open are good
    /// @param standings of contracts that were ever frozen; the others stand at the first epoch
    public record Renewal(
            Set<Long> asked, Map<Long, Instant> open, Map<ContractId, Standing> standings) {
        /// Until when the lease may be sold from; empty if it is void.
        Optional<Instant> goodUntil(Lease lease) {
            Standing standing = standings.getOrDefault(lease.contractId(), Standing.INITIAL);
            boolean isVoid = standing.frozen() || standing.epoch() != lease.epoch();
            return isVoid ? Optional.empty() : Optional.ofNullable(open.get(lease.id()));
        }
    }

    /// Counts use, in the transaction that makes the use durable.
    ///
    /// @return the leases that are still good; use of the others is not counted, and not to be
    ///   written
    public Set<Long> consume(Collection<LeaseUse> uses) {
        Map<Long, LeaseUse> byLease = new TreeMap<>();
        for (LeaseUse use : uses) {
            if (use.units() > 0) {
                byLease.merge(use.leaseId(), use, LeaseUse::plus);
            }
        }
        return byLease.isEmpty() ? Set.of() : store.consume(byLease.values());
    }

    /// Books in the ledger what was consumed.
    public void settle(List<Used> used) {
        List<TransferRequest> moves = used.stream().map(Used::move).toList();
        if (!ledger.postAll(moves).stream().allMatch(BatchOutcome.POSTED::equals)) {
            throw new IllegalStateException("more was consumed than is leased: " + moves);
        }
    }

    /// Units of a contract that were consumed.
    ///
    /// @param key unique for ever
    public record Used(String key, ContractId contract, long units) {
        TransferRequest move() {
            return RunsLedger.move(
                    "use:" + key,
                    RunsLedger.leased(contract),
                    RunsLedger.used(contract),
                    units,
                    "use",
                    contract);
        }
    }

    /// Gives the units that the lease has not consumed back to its pack. Doing it again, or for a
    /// lease that was taken back, changes nothing.
    public void close(long lease) {
        store.close(lease).ifPresent(this::giveBack);
    }

    private void giveBack(Lease lease) {
        long rest = lease.units() - lease.consumed();
        if (rest > 0) {
            Pack pack = store.pack(lease.packId()).orElseThrow();
            ledger.postNow(
                    RunsLedger.move(
                            "lease-end:" + lease.id(),
                            RunsLedger.leased(lease.contractId()),
                            RunsLedger.unused(pack),
                            rest,
                            "lease end",
                            lease.contractId()));
        }
    }

    /// Takes back what silent instances have not sold.
    ///
    /// @return how many leases were taken back
    public int reap() {
        List<Lease> ended = store.endedBefore(clock.instant(), REAPED_AT_ONCE);
        ended.forEach(lease -> close(lease.id()));
        return ended.size();
    }

    /// Stops all use of the contract on every instance, or lets it go on. All leases are fenced.
    public void freeze(Caller caller, ContractId contract, boolean frozen, String reason) {
        caller.require(Role.OPERATOR);
        contracts.find(caller, contract);
        if (!frozen
                && store.use(contract)
                        .filter(use -> use.stopped() && use.withBuyer())
                        .isPresent()) {
            throw Refusal.of(
                    ErrorCode.STATE_CONFLICT,
                    "The exchange has stopped the buyer of %s: let the buyer go on.",
                    contract);
        }
        change(contract, frozen, reason);
    }

    void change(ContractId contract, boolean frozen, String reason) {
        Instant now = clock.instant();
        store.freeze(contract, frozen, reason, now);
        store.openLeases(contract).forEach(lease -> close(lease.id()));
        events.fire(new QuotaEvent.FrozenChanged(contract, frozen, reason, now));
    }

    private Standing requireUsable(ContractId id) {
        Contract contract = contracts.find(Caller.system(), id);
        if (contract.state() != ContractState.ACTIVE) {
            throw Refusal.of(
                    ErrorCode.CONTRACT_NOT_SIGNED,
                    "Contract %s is %s: it is not in force.",
                    id,
                    contract.state());
        }
        if (contract.expired()) {
            throw Refusal.of(
                    ErrorCode.CONTRACT_EXPIRED, "Contract %s ended at %s.", id, contract.end());
        }
        Standing standing = store.standing(id);
        if (standing.frozen()) {
            throw QuotaService.frozen(id);
        }
        return standing;
    }

    private static Instant earliest(Instant moment, Optional<Instant> other) {
        return other.filter(moment::isAfter).orElse(moment);
    }
}
