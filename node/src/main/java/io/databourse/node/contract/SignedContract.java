package io.databourse.node.contract;

import io.databourse.node.Json;
import java.util.List;

/// A contract's exact text with the signatures of its parties.
public record SignedContract(String document, List<PartySignature> signatures) {
    public SignedContract {
        signatures = List.copyOf(signatures);
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
                                        each.text("certificate"))));
    }
}
