package io.databourse.contract;

import java.util.List;
import java.util.Map;

/// A contract and its supplements with all signatures, for nodes to check by themselves.
public final class SignedTexts {
    private SignedTexts() {}

    public static Map<String, Object> of(Contract contract) {
        List<Map<String, Object>> supplements =
                contract.supplements().stream()
                        .map(each -> signed(each.document(), each.signatures()))
                        .toList();
        return Map.of(
                "document",
                contract.document(),
                "signatures",
                signatures(contract.signatures()),
                "supplements",
                supplements);
    }

    private static Map<String, Object> signed(String document, List<PartySignature> signatures) {
        return Map.of("document", document, "signatures", signatures(signatures));
    }

    private static List<Map<String, String>> signatures(List<PartySignature> signatures) {
        return signatures.stream()
                .map(each ->
                        Map.of(
                                "nodeId", each.nodeId().value(),
                                "signature", each.signature().orElseThrow(),
                                "certificate", each.certificate().orElseThrow()))
                .toList();
    }
}
