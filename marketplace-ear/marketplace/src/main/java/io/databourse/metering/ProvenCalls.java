package io.databourse.metering;

import java.util.List;

/// A contract's calls of one batch, with what proves them all at once.
///
/// @param statement names the batch, its size and its root, JSON
/// @param signature SM2-with-SM3 of the exchange's signer over the statement, base64
/// @param calls in the order of their places
/// @param cover the hashes of the largest subtrees without any of these calls, from left to right
public record ProvenCalls(
        String statement, String signature, List<ProvenCall> calls, List<String> cover) {
    public ProvenCalls {
        calls = List.copyOf(calls);
        cover = List.copyOf(cover);
    }

    /// @param position the leaf's place in the batch's tree
    /// @param document the receipt, JSON; its UTF-8 bytes are the leaf
    public record ProvenCall(int position, String document) {}
}
