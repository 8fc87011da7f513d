package io.databourse.bill;

import java.util.List;

/// The contract's calls of one batch of the meter.
///
/// @param statement names the batch, its size and its root, JSON
/// @param signature SM2-with-SM3 over the statement, base64
/// @param calls in the order of their places
/// @param cover the hashes of the largest subtrees without any of these calls, from left to right
record BillBatch(String statement, String signature, List<BillCall> calls, List<String> cover) {
    /// @param position the leaf's place in the batch's tree
    /// @param document the receipt, JSON; its UTF-8 bytes are the leaf
    record BillCall(long position, String document) {}
}
