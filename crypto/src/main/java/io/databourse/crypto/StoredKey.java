package io.databourse.crypto;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;

/// A key pair with its certificate chain, the key's own certificate first.
public record StoredKey(KeyPair keys, List<X509Certificate> chain) {
    public StoredKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a stored key needs a certificate");
        }
        if (!keys.getPublic().equals(chain.getFirst().getPublicKey())) {
            throw new CryptoException("the certificate is for another key");
        }
    }

    /// Makes a key pair with a certificate by nobody but itself, for the time until the exchange
    /// has issued one.
    public static StoredKey selfSigned(
            KeyAlgorithm algorithm, SubjectName subject, Validity validity) {
        return CertificateAuthority.create(algorithm, subject, validity).stored();
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public KeyAlgorithm algorithm() {
        return KeyAlgorithm.of(keys.getPublic());
    }

    /// The request for a certificate of this key.
    public CertificateRequest request(SubjectName subject) {
        return CertificateRequest.create(keys, subject);
    }

    /// The same key with the chain that an authority gave it.
    public StoredKey withChain(List<X509Certificate> issued) {
        return new StoredKey(keys, issued);
    }

    @Override
    public String toString() {
        return "StoredKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
