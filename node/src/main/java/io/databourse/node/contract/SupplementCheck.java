package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;
import static io.databourse.node.contract.RefusalCode.SUPPLEMENT_INVALID;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Checks what was added to a contract. Each supplement is signed as the contract is, and names the
/// text before it: none can be made up, shown twice, or left out among others.
final class SupplementCheck {
    private SupplementCheck() {}

    /// The supplements that were signed, in the order in which they follow each other.
    static List<SupplementDocument> all(
            SignedContract signed, ContractDocument contract, OwnFacts own) {
        var supplements = new ArrayList<SupplementDocument>();
        for (var each : signed.supplements()) {
            SignatureCheck.all(each, contract, own);
            supplements.add(next(signed, contract, supplements, each.document()));
        }
        return supplements;
    }

    /// One more, which nobody needs to have signed yet.
    static SupplementDocument next(
            SignedContract signed,
            ContractDocument contract,
            List<SupplementDocument> before,
            String document) {
        var supplement = SupplementDocument.parse(document);
        var last =
                before.isEmpty()
                        ? signed.document()
                        : signed.supplements().get(before.size() - 1).document();
        unless(
                supplement.contractId().equals(contract.contractId())
                        && ContractCheck.hasHash(signed.document(), supplement.contractHash()),
                SUPPLEMENT_INVALID,
                "the supplement is of another contract");
        unless(
                ContractCheck.hasHash(last, supplement.follows()),
                SUPPLEMENT_INVALID,
                "the supplement does not follow what was signed before it");
        unless(
                supplement.units() > 0 && !supplement.validUntil().isBefore(end(contract, before)),
                SUPPLEMENT_INVALID,
                "the supplement adds no runs, or ends before the contract does");
        return supplement;
    }

    static Instant end(ContractDocument contract, List<SupplementDocument> supplements) {
        return supplements.isEmpty()
                ? contract.policy().notAfter()
                : supplements.getLast().validUntil();
    }
}
