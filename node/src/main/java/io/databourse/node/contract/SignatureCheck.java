package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;
import static io.databourse.node.contract.RefusalCode.CONTRACT_NOT_SIGNED;

import io.databourse.crypto.CertificateCheck;
import io.databourse.crypto.CertificateStatus;
import io.databourse.crypto.CryptoException;
import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SignatureVerifier;
import java.security.cert.X509Certificate;

/// Checks who signed a contract. Provider and consumer must have; a compute party may have.
final class SignatureCheck {
    private SignatureCheck() {}

    static void all(SignedContract signed, ContractDocument contract, OwnFacts own) {
        for (var signature : signed.signatures()) {
            one(signed.document(), signature, contract, own);
        }
        for (var party : contract.parties()) {
            if (party.role().equals(ContractDocument.PROVIDER)
                    || party.role().equals(ContractDocument.CONSUMER)) {
                unless(
                        signed.signatures().stream()
                                .anyMatch(each -> each.nodeId().equals(party.nodeId())),
                        CONTRACT_NOT_SIGNED,
                        "the " + party.role() + " has not signed");
            }
        }
    }

    private static void one(
            String document,
            SignedContract.PartySignature signature,
            ContractDocument contract,
            OwnFacts own) {
        var who = signature.nodeId();
        var party =
                contract.party(who)
                        .orElseThrow(() ->
                                new Objection(
                                        CONTRACT_NOT_SIGNED, who + " signed and is not a party"));
        var certificate = certificate(signature);
        unless(
                Fingerprint.of(certificate).equals(party.signingFingerprint()),
                CONTRACT_NOT_SIGNED,
                "the certificate of " + who + " is not the one in the contract");
        unless(
                !own.revoked().contains(certificate.getSerialNumber()),
                RefusalCode.CERTIFICATE_REVOKED,
                "the certificate of " + who + " is revoked");
        var status = new CertificateCheck(own.signingAuthority()).check(certificate, own.now());
        unless(
                status == CertificateStatus.VALID,
                CONTRACT_NOT_SIGNED,
                "the certificate of " + who + " is " + status);
        unless(
                !who.equals(own.nodeId()) || certificate.equals(own.signingCertificate()),
                CONTRACT_NOT_SIGNED,
                "this node's own signature is by another key");
        unless(
                SignatureVerifier.verifyDocument(certificate, document, signature.signature()),
                CONTRACT_NOT_SIGNED,
                "the signature of " + who + " does not verify");
    }

    private static X509Certificate certificate(SignedContract.PartySignature signature) {
        try {
            return Pem.certificate(signature.certificate());
        } catch (CryptoException e) {
            throw new Objection(
                    CONTRACT_NOT_SIGNED, "the certificate of " + signature.nodeId() + " is broken");
        }
    }
}
