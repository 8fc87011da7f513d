package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;
import static io.databourse.node.contract.RefusalCode.CONTRACT_EXPIRED;
import static io.databourse.node.contract.RefusalCode.DEFINITION_INVALID;
import static io.databourse.node.contract.RefusalCode.PEER_MISMATCH;

import io.databourse.crypto.Digest;
import io.databourse.crypto.DigestAlgorithm;
import io.databourse.crypto.Fingerprint;

/// The node's own check of what the exchange asks it to sign or to run. It believes what parties
/// signed and what it knows by itself, so an exchange that was broken into does not open the data.
/// Pure functions.
public final class ContractCheck {
    private ContractCheck() {}

    /// Whether this node signs the contract.
    public static Verdict signing(String document, OwnFacts own) {
        return verdict(() -> {
            var contract = ContractDocument.parse(document);
            var self = self(contract, own);
            unless(
                    own.now().isBefore(contract.policy().notAfter()),
                    CONTRACT_EXPIRED,
                    "the contract is over already");
            FormCheck.agrees(document, contract);
            TwoSidedCheck.terms(contract.policy());
            if (self.role().equals(ContractDocument.PROVIDER)) {
                ReleaseCheck.provider(contract, own);
            }
        });
    }

    /// Whether this node signs a supplement of the contract: only of one that both have signed, and
    /// that the owner's own limits allow to go on for as long.
    public static Verdict supplement(SignedContract signed, String document, OwnFacts own) {
        return verdict(() -> {
            var contract = ContractDocument.parse(signed.document());
            SignatureCheck.all(signed, contract, own);
            var self = self(contract, own);
            var before = SupplementCheck.all(signed, contract, own);
            unless(
                    own.now().isBefore(SupplementCheck.end(contract, before)),
                    CONTRACT_EXPIRED,
                    "the contract is over already");
            var added = SupplementCheck.next(signed, contract, before, document);
            if (self.role().equals(ContractDocument.PROVIDER)) {
                ReleaseCheck.provider(contract.until(added.validUntil()), own);
            }
        });
    }

    /// Whether this node takes part in the job.
    public static Verdict job(JobRequest request, OwnFacts own) {
        return verdict(() -> {
            var signed = ContractDocument.parse(request.contract().document());
            var definition = JobDefinition.parse(request.definition());
            SignatureCheck.all(request.contract(), signed, own);
            var supplements = SupplementCheck.all(request.contract(), signed, own);
            var contract = signed.until(SupplementCheck.end(signed, supplements));
            var self = self(contract, own);
            DefinitionCheck.all(request, contract, definition, own);
            SectionCheck.own(request, contract, definition, own);
            ReviewCheck.all(contract, definition);
            if (self.role().equals(ContractDocument.PROVIDER)) {
                ReleaseCheck.provider(contract, own);
                ReviewCheck.provider(definition, own);
            }
            // A dry run touches no data, so it is none of the contract's runs.
            if (!definition.isDryRun()) {
                runs(new Allowance(signed, supplements), definition, own);
            }
        });
    }

    private static Verdict verdict(Runnable check) {
        try {
            check.run();
            return new Verdict.Allowed();
        } catch (Objection objection) {
            return objection.verdict();
        } catch (IllegalArgumentException e) {
            return new Verdict.Refused(DEFINITION_INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static ContractDocument.Party self(ContractDocument contract, OwnFacts own) {
        var self =
                contract.party(own.nodeId())
                        .orElseThrow(() ->
                                new Objection(
                                        PEER_MISMATCH, "this node is not a party of the contract"));
        unless(
                self.signingFingerprint().equals(Fingerprint.of(own.signingCertificate()))
                        && self.channelFingerprint()
                                .equals(Fingerprint.of(own.channelCertificate())),
                PEER_MISMATCH,
                "the contract names other certificates of this node");
        return self;
    }

    private static void runs(Allowance allowance, JobDefinition definition, OwnFacts own) {
        unless(
                own.jobsRun().counts(definition.jobId())
                        || allowance.allows(own.jobsRun().takenFrom(allowance.runs()), own.now()),
                RefusalCode.CONTRACT_RUNS_EXHAUSTED,
                "the contract's " + allowance.runs() + " runs are used up");
    }

    /// Compares a text with a hash that names its algorithm.
    static boolean hasHash(String text, String hash) {
        var expected = Digest.parse(hash);
        var actual =
                expected.algorithm() == DigestAlgorithm.SM3
                        ? Digest.sm3(text)
                        : Digest.sha256(text);
        return actual.equals(expected);
    }
}
