package io.databourse.metering;

import io.databourse.metering.ProvenCalls.ProvenCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Receipts that are made again together: each batch is read once.
final class Receipts {
    /// A tree is made of all calls of its batch, so a list of calls from everywhere costs the whole
    /// book.
    private static final int MOST_TREES = 20;

    private final CallStore store;
    private final Map<Long, MeterBatch> batches = new TreeMap<>();
    private final Map<Long, ReceiptTree> trees = new TreeMap<>();

    Receipts(CallStore store) {
        this.store = store;
    }

    SignedReceipt signed(StoredCall call) {
        return new SignedReceipt(
                call.document(),
                call.counter(),
                call.position(),
                tree(call.batch()).path(call.position()),
                batch(call.batch()));
    }

    PlacedReceipt placed(StoredCall call) {
        batch(call.batch());
        boolean affordable = trees.containsKey(call.batch()) || trees.size() < MOST_TREES;
        return new PlacedReceipt(
                call.document(),
                call.counter(),
                call.batch(),
                call.position(),
                affordable
                        ? Optional.of(tree(call.batch()).path(call.position()))
                        : Optional.empty());
    }

    /// @param calls of one batch, in the order of their places
    ProvenCalls proven(List<StoredCall> calls) {
        long id = calls.getFirst().batch();
        MeterBatch batch = batch(id);
        var places = new TreeSet<>(calls.stream().map(call -> (long) call.position()).toList());
        return new ProvenCalls(
                batch.statement(),
                batch.signature(),
                calls.stream()
                        .map(call -> new ProvenCall(call.position(), call.document()))
                        .toList(),
                tree(id).cover(places));
    }

    List<MeterBatch> batches() {
        return new ArrayList<>(batches.values());
    }

    private MeterBatch batch(long id) {
        return batches.computeIfAbsent(id, store::batch);
    }

    private ReceiptTree tree(long batch) {
        return trees.computeIfAbsent(
                batch,
                id ->
                        new ReceiptTree(
                                store.ofBatch(id).stream().map(StoredCall::document).toList()));
    }
}
