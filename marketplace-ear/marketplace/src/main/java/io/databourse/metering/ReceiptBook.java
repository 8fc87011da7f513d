package io.databourse.metering;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes receipts again from the books: the same bytes, the same path, the same signature.
@ApplicationScoped
@Transactional
public class ReceiptBook {
    private final CallStore store;
    private final ContractService contracts;

    @Inject
    ReceiptBook(CallStore store, ContractService contracts) {
        this.store = store;
        this.contracts = contracts;
    }

    /// The receipt of a call under a contract of the caller's organisation.
    public SignedReceipt find(Caller caller, CallKey key) {
        StoredCall call = stored(Set.of(key)).get(key);
        if (call == null) {
            throw unknown(key);
        }
        try {
            contracts.find(caller, call.call().contractId());
        } catch (Refusal _) {
            throw unknown(key);
        }
        return new Receipts(store).signed(call);
    }

    /// The receipts of a contract in the order of their numbers.
    ///
    /// @param from the least number
    /// @param to the greatest number
    public Page<SignedReceipt> list(
            Caller caller, ContractId contract, long from, long to, PageRequest page) {
        ContractId own = contracts.find(caller, contract).id();
        long after = Math.max(from - 1, page.after().map(ReceiptBook::counter).orElse(0L));
        List<StoredCall> found =
                store.calls(own, after, page.limit() + 1).stream()
                        .filter(call -> call.counter() <= to)
                        .toList();
        Receipts receipts = new Receipts(store);
        return Page.cut(found, page, call -> Long.toString(call.counter())).map(receipts::signed);
    }

    /// The calls of a contract in the order of their batches, with their proofs.
    ///
    /// @param from the least number
    /// @param to the greatest number
    public List<ProvenCalls> proven(ContractId contract, long from, long to) {
        if (to < from) {
            return List.of();
        }
        Map<Long, List<StoredCall>> byBatch =
                store.calls(contract, from - 1, Math.toIntExact(to - from + 1)).stream()
                        .filter(call -> call.counter() <= to)
                        .collect(
                                Collectors.groupingBy(
                                        StoredCall::batch, TreeMap::new, Collectors.toList()));
        return byBatch.values().stream().map(calls -> new Receipts(store).proven(calls)).toList();
    }

    /// The calls that are written under these names.
    Map<CallKey, StoredCall> stored(Collection<CallKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Set<CallKey> wanted = new HashSet<>(keys);
        return store.stored(wanted.stream().map(CallKey::id).distinct().toList()).stream()
                .filter(call -> wanted.contains(call.call().key()))
                .collect(Collectors.toMap(call -> call.call().key(), call -> call));
    }

    /// The receipts of calls, with the paths in as many batches as are not too many.
    Placed placed(Collection<StoredCall> calls) {
        Receipts receipts = new Receipts(store);
        Map<CallKey, PlacedReceipt> placed = new HashMap<>();
        calls.forEach(call -> placed.put(call.call().key(), receipts.placed(call)));
        return new Placed(placed, receipts.batches());
    }

    /// @param batches those that the receipts are of
    record Placed(Map<CallKey, PlacedReceipt> receipts, List<MeterBatch> batches) {
        PlacedReceipt receipt(CallKey key) {
            return Objects.requireNonNull(receipts.get(key));
        }
    }

    private static long counter(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw Refusal.of(ErrorCode.VALIDATION_FAILED, "/after is not a cursor");
        }
        return Long.parseLong(cursor);
    }

    private static Refusal unknown(CallKey key) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no call %s.", key);
    }
}
