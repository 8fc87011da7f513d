package io.databourse.quota;

import io.databourse.contract.ContractId;
import io.databourse.pricing.UnitLadder.Lapse;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Port to storage.
interface QuotaStore {
    /// @return false if there is a pack with that id
    boolean insert(Pack pack);

    /// The contract's packs that have not expired; locked until the transaction ends, if asked.
    List<Pack> packs(ContractId contract, boolean lock);

    Optional<Pack> pack(String id);

    /// Active packs whose window ends before the moment.
    List<Pack> endingBefore(Instant moment, int most);

    void expire(Pack pack);

    /// Notes that a pack's unused units went to the next, and where they stand now.
    void rollOver(Pack from, Pack to, long units, Instant at);

    /// How many units a pack has taken over.
    long takenOver(Pack pack);

    /// Notes which of the units that were bought expired with the pack.
    void lapse(Pack pack, List<Lapse> lapses);

    /// Which of the units that were bought for the contract expired with packs.
    List<Lapse> lapses(ContractId contract);

    List<Lapse> lapsesOf(String pack);

    /// All packs of the contract, the first granted first.
    List<PackStory> stories(ContractId contract);

    /// What the contract stands at; locked against changes until the transaction ends.
    Standing standing(ContractId contract);

    /// What was last said of the contract's use; empty if nobody ever stopped it.
    Optional<ContractUse> use(ContractId contract);

    /// Sets the mark and fences all leases; it is the contract's own and not its buyer's.
    void freeze(ContractId contract, boolean frozen, String reason, Instant at);

    /// The standings of contracts that have one; the others stand at [Standing#INITIAL].
    Map<ContractId, Standing> standings(Collection<ContractId> contracts);

    Lease insert(Lease lease);

    /// @return empty if the lease is closed or fenced
    Optional<Lease> extend(long lease, long units, Instant expiresAt);

    /// @return until when those of the leases are good that are open
    Map<Long, Instant> open(Collection<Long> leases);

    /// Keeps leases for longer, though not past the end of their packs.
    ///
    /// @return until when those of them are good that are still open
    Map<Long, Instant> renew(Collection<Long> leases, Instant expiresAt);

    /// Counts the use.
    ///
    /// @return the leases that it was counted for; the others are closed or fenced
    Set<Long> consume(Collection<LeaseUse> uses);

    /// The lease, if it is open, closed by this.
    Optional<Lease> close(long lease);

    /// Open leases that ended before the moment; those that another transaction has are left out.
    List<Lease> endedBefore(Instant moment, int most);

    List<Lease> openLeases(ContractId contract);

    /// What calls have consumed of the contract's packs.
    List<PackUse> used(ContractId contract);

    /// Notes that units came back to a pack.
    void giveBack(String key, Pack pack, long units, Instant at);

    /// What each contract was granted and has consumed, of those that consumed anything since.
    List<Quota> consumedOfAll();

    /// @return false if it was noted before
    boolean note(ContractId contract, String what, Instant at);
}
