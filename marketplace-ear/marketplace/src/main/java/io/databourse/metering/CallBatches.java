package io.databourse.metering;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.quota.LeaseUse;
import io.databourse.quota.QuotaLeases;
import io.databourse.quota.QuotaReturns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes calls by the batch: all of a batch's records, their sums and the quota they take are one
/// transaction with one signature. What they cost is worked out by [CallSlices]. See
/// `docs/decisions/2026-11-21-calls-are-metered-by-group-commit.md`.
@ApplicationScoped
public class CallBatches {
    static final int MOST = 5000;

    private final CallStore store;
    private final TallyStore tallies;
    private final CallSlices slices;
    private final QuotaLeases leases;
    private final QuotaReturns returns;
    private final ContractService contracts;
    private final ExchangeKeys keys;
    private final Event<MeterEvent> events;
    private final Clock clock;

    @Inject
    CallBatches(
            CallStore store,
            TallyStore tallies,
            CallSlices slices,
            QuotaLeases leases,
            QuotaReturns returns,
            ContractService contracts,
            ExchangeKeys keys,
            Event<MeterEvent> events,
            Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.slices = slices;
        this.leases = leases;
        this.returns = returns;
        this.contracts = contracts;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /// @return what became of each, in their order
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<CallResult> write(List<CallUse> uses) {
        return written(uses);
    }

    /// Writes all, or none.
    ///
    /// @throws NotAllWritten if one is refused
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<CallResult> writeAll(List<CallUse> uses) {
        streams(uses);
        List<CallResult> results = new ArrayList<>(uses.size());
        for (int from = 0; from < uses.size(); from += MOST) {
            results.addAll(written(uses.subList(from, Math.min(uses.size(), from + MOST))));
        }
        Map<Integer, Refusal> refusals = NotAllWritten.refusals(results);
        if (!refusals.isEmpty()) {
            throw new NotAllWritten(refusals);
        }
        return results;
    }

    private List<CallResult> written(List<CallUse> uses) {
        Map<ContractId, Stream> streams = streams(uses);
        var results = new CallResult[uses.size()];
        List<Integer> fresh = sort(uses, results);
        if (!fresh.isEmpty()) {
            writeFresh(uses, fresh, streams, results);
        }
        return List.of(results);
    }

    /// Their locks also keep two writers of one contract apart.
    private Map<ContractId, Stream> streams(List<CallUse> uses) {
        Set<ContractId> wanted =
                uses.stream().map(each -> each.call().contractId()).collect(Collectors.toSet());
        Map<ContractId, Stream> streams = store.lock(wanted);
        if (streams.size() < wanted.size()) {
            wanted.stream()
                    .filter(contract -> !streams.containsKey(contract))
                    .sorted((a, b) -> a.value().compareTo(b.value()))
                    .forEach(this::open);
            return store.lock(wanted);
        }
        return streams;
    }

    private void open(ContractId id) {
        Contract contract = contracts.find(Caller.system(), id);
        store.open(
                new Stream(
                        0,
                        id,
                        contract.consumer(),
                        contract.provider(),
                        contract.documentHash(),
                        1));
    }

    /// Finds the repeated ones; the places of the others are returned.
    private List<Integer> sort(List<CallUse> uses, CallResult[] results) {
        Map<List<Object>, KnownCall> known = new HashMap<>();
        for (KnownCall call : store.known(uses.stream().map(each -> each.call().id()).toList())) {
            known.put(key(call.call()), call);
        }
        Map<List<Object>, Integer> first = new HashMap<>();
        List<Integer> fresh = new ArrayList<>(uses.size());
        for (int i = 0; i < uses.size(); i++) {
            CallRecord call = uses.get(i).call();
            KnownCall before = known.get(key(call));
            if (before != null) {
                results[i] =
                        before.isSameAs(call)
                                ? new CallResult.Repeated(call.id(), before.counter())
                                : reused(call);
            } else if (first.putIfAbsent(key(call), i) != null) {
                // The number of the first is not known yet; whoever asks again is told.
                results[i] = twice(call);
            } else {
                fresh.add(i);
            }
        }
        return fresh;
    }

    private void writeFresh(
            List<CallUse> uses,
            List<Integer> fresh,
            Map<ContractId, Stream> streams,
            CallResult[] results) {
        long id = store.nextBatch();
        Instant now = clock.instant();
        List<LeaseUse> spent = fresh.stream().map(i -> uses.get(i).use()).toList();
        Set<Long> good = leases.consume(spent);
        var batch = new BatchOfCalls(id, now, new HashMap<>(streams));
        var reversals = Reversals.in(fresh.stream().map(i -> uses.get(i).call()).toList(), store);
        List<Integer> written = new ArrayList<>(fresh.size());
        for (int i : fresh) {
            CallUse use = uses.get(i);
            if (use.use().units() > 0 && !good.contains(use.use().leaseId())) {
                results[i] = leaseLost(use.call());
            } else if (!reversals.admits(use.call())) {
                results[i] = reversedBefore(use.call());
            } else {
                batch.add(use.call());
                written.add(i);
            }
        }
        if (written.isEmpty()) {
            return;
        }
        ReceiptTree tree = batch.tree();
        MeterBatch sealed = batch.seal(tree, keys.signer());
        store.insert(sealed, batch.lines());
        tallies.insert(batch.tallies());
        store.advance(batch.streams());
        giveBack(id, reversals.units());
        for (int position = 0; position < written.size(); position++) {
            CallLine line = batch.lines().get(position);
            results[written.get(position)] =
                    new CallResult.Recorded(
                            line.call().id(),
                            new CallReceipt(
                                    line.document(), line.counter(), position, sealed, tree));
        }
        events.fire(new MeterEvent.Sealed(sealed));
    }

    /// What is given back must have arrived where it is taken from.
    private void giveBack(long id, Map<ContractId, Long> reversed) {
        if (!reversed.isEmpty()) {
            slices.cutAll();
            reversed.forEach((contract, units) -> returns.giveBack("batch:" + id, contract, units));
        }
    }

    private static List<Object> key(CallRecord call) {
        return List.of(call.id(), call.source());
    }

    private static CallResult reused(CallRecord call) {
        return refused(
                call, ErrorCode.CONFLICT, "The id %s was used for another call of source %s.");
    }

    private static CallResult twice(CallRecord call) {
        return refused(call, ErrorCode.DUPLICATE, "The id %s of source %s is there twice.");
    }

    private static CallResult leaseLost(CallRecord call) {
        return refused(
                call,
                ErrorCode.QUOTA_FROZEN,
                "The units of call %s of source %s were taken back before it was written.");
    }

    private static CallResult reversedBefore(CallRecord call) {
        return refused(
                call,
                ErrorCode.STATE_CONFLICT,
                "What call %s of source %s reverses is reversed already.");
    }

    private static CallResult refused(CallRecord call, ErrorCode code, String why) {
        return new CallResult.Refused(call.id(), Refusal.of(code, why, call.id(), call.source()));
    }
}
