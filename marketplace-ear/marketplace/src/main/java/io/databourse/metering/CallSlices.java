package io.databourse.metering;

import io.databourse.contract.ContractId;
import io.databourse.quota.QuotaLeases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds up what many batches counted, twice a second, and has it charged: a thousand batches would
/// otherwise make a thousand charges of every contract. A call is durable, and its units are taken,
/// before that; what a crash leaves uncut is cut later.
@ApplicationScoped
@Transactional
public class CallSlices {
    private static final int MOST = 20_000;

    private final TallyStore store;
    private final QuotaLeases leases;
    private final Event<SlicesCut> events;
    private final Clock clock;

    @Inject
    CallSlices(TallyStore store, QuotaLeases leases, Event<SlicesCut> events, Clock clock) {
        this.store = store;
        this.leases = leases;
        this.events = events;
        this.clock = clock;
    }

    /// Cuts slices of what is there, unless another instance does.
    ///
    /// @return whether there may be more
    public boolean cut() {
        return store.tryLock() && cutSome();
    }

    /// Cuts slices of all that is there, before the transaction goes on.
    void cutAll() {
        store.lock();
        while (cutSome()) {
            // on with the next
        }
    }

    /// The batches that hold the calls of a slice.
    public List<Long> batches(long slice) {
        return store.batches(slice);
    }

    private boolean cutSome() {
        List<Tally> taken = store.take(MOST);
        if (taken.isEmpty()) {
            return false;
        }
        Collection<Tally> sums = addedUp(taken);
        List<MeterSlice> slices = slices(sums);
        store.insertSlices(slices);
        leases.settle(used(slices, sums));
        events.fire(new SlicesCut(slices));
        return taken.size() == MOST;
    }

    private static Collection<Tally> addedUp(List<Tally> tallies) {
        Map<Key, Tally> sums = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            var key =
                    new Key(
                            tally.stream().contractId(),
                            tally.day(),
                            tally.stream().priceVersion());
            sums.merge(key, tally, Tally::plus);
        }
        return sums.values();
    }

    private List<MeterSlice> slices(Collection<Tally> sums) {
        Instant now = clock.instant();
        long newest = sums.stream().mapToLong(Tally::batch).max().orElseThrow();
        List<MeterSlice> slices = new ArrayList<>(sums.size());
        var ids = store.nextIds(sums.size()).iterator();
        for (Tally sum : sums) {
            Stream stream = sum.stream();
            slices.add(
                    new MeterSlice(
                            ids.next(),
                            newest,
                            stream.contractId(),
                            stream.consumer(),
                            stream.provider(),
                            sum.day(),
                            stream.priceVersion(),
                            sum.usage(),
                            sum.from(),
                            sum.to(),
                            now));
        }
        return slices;
    }

    private static List<QuotaLeases.Used> used(List<MeterSlice> slices, Collection<Tally> sums) {
        List<QuotaLeases.Used> used = new ArrayList<>();
        var consumed = sums.iterator();
        for (MeterSlice slice : slices) {
            long units = consumed.next().consumed();
            if (units > 0) {
                used.add(new QuotaLeases.Used("slice:" + slice.id(), slice.contractId(), units));
            }
        }
        return used;
    }

    private record Key(ContractId contract, LocalDate day, String priceVersion) {}
}
