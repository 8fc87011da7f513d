package io.databourse.metering;

import java.util.List;

/// What the buyer keeps of a call. The exchange's signature is over the batch's statement, which
/// names the root of the tree in which the document is a leaf (RFC 6962, SHA-256).
///
/// The path is computed when it is asked for: most receipts are read from the books much later, or
/// never.
public final class CallReceipt {
    private final String document;
    private final long counter;
    private final int position;
    private final MeterBatch batch;
    private final ReceiptTree tree;

    CallReceipt(String document, long counter, int position, MeterBatch batch, ReceiptTree tree) {
        this.document = document;
        this.counter = counter;
        this.position = position;
        this.batch = batch;
        this.tree = tree;
    }

    /// JSON text; the leaf is its UTF-8 bytes.
    public String document() {
        return document;
    }

    public long counter() {
        return counter;
    }

    public int position() {
        return position;
    }

    public MeterBatch batch() {
        return batch;
    }

    /// The audit path, from the leaf's sibling to the root's child.
    public List<String> path() {
        return tree.path(position);
    }
}
