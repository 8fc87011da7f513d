package io.databourse.node.contract;

import io.databourse.node.Json;
import java.util.List;

/// A contract's exact text with the signatures of its parties.
///
/// @param supplements what was added to it, signed likewise, the oldest first
public record SignedContract(
        String document, List<PartySignature> signatures, List<SignedContract> supplements) {
    public SignedContract {
        signatures = List.copyOf(signatures);
        supplements = List.copyOf(supplements);
    }

    public SignedContract(String document, List<PartySignature> signatures) {
        this(document, signatures, List.of());
    }

    /// One party's signature.
    ///
    /// @param signature base64
    /// @param certificate PEM
    public record PartySignature(String nodeId, String signature, String certificate) {}

    /// Reads it from an instruction.
    public static SignedContract of(Json json) {
        return new SignedContract(
                json.text("document"),
                json.list(
                        "signatures",
                        each ->
                                new PartySignature(
                                        each.text("nodeId"),
                                        each.text("signature"),
                                        each.text("certificate"))),
                json.has("supplements") ? json.list("supplements", SignedContract::of) : List.of());
    }
}
