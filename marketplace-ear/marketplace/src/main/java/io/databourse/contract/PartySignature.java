package io.databourse.contract;

import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One side's signature under the contract, made by its node.
///
/// @param tries how often the node was asked
/// @param reason why the node refused
/// @param signature SM2-with-SM3 over the document's bytes, base64
/// @param certificate the node's signing certificate, PEM
public record PartySignature(
        PartyRole role,
        MerchantId merchantId,
        String organisation,
        NodeId nodeId,
        SignatureState state,
        int tries,
        Optional<String> reason,
        Optional<String> signature,
        Optional<String> certificate,
        Optional<Instant> signedAt) {
    static PartySignature open(
            PartyRole role, MerchantId merchantId, String organisation, NodeId nodeId) {
        return new PartySignature(
                role,
                merchantId,
                organisation,
                nodeId,
                SignatureState.NOT_REQUESTED,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static boolean all(List<PartySignature> signatures) {
        return signatures.stream().allMatch(each -> each.state() == SignatureState.SIGNED);
    }

    /// The signatures with this one in the place of the same role's.
    List<PartySignature> in(List<PartySignature> signatures) {
        return signatures.stream().map(each -> each.role() == role ? this : each).toList();
    }

    PartySignature requested() {
        return unsigned(SignatureState.SIGNING, tries + 1, Optional.empty());
    }

    PartySignature refused(String why) {
        return unsigned(SignatureState.REFUSED, tries, Optional.of(why));
    }

    PartySignature signed(String bySignature, String byCertificate, Instant at) {
        return new PartySignature(
                role,
                merchantId,
                organisation,
                nodeId,
                SignatureState.SIGNED,
                tries,
                Optional.empty(),
                Optional.of(bySignature),
                Optional.of(byCertificate),
                Optional.of(at));
    }

    private PartySignature unsigned(SignatureState now, int asked, Optional<String> why) {
        return new PartySignature(
                role,
                merchantId,
                organisation,
                nodeId,
                now,
                asked,
                why,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
