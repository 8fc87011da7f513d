package io.databourse.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// One key in a PKCS#12 file, alias [#ALIAS]. P-256 files are readable by the JDK and WildFly; SM2
/// files by Bouncy Castle, since the JDK cannot read that curve.
public final class KeyStoreFile {
    public static final String ALIAS = "key";

    private KeyStoreFile() {}

    public static void write(Path file, char[] password, StoredKey key) throws IOException {
        PrivateFile.write(file, Pkcs12Key.encoded(ALIAS, password, key));
    }

    /// Throws [CryptoException] when the password is wrong or the file holds no such key.
    public static StoredKey read(Path file, char[] password, KeyAlgorithm algorithm)
            throws IOException {
        byte[] content = Files.readAllBytes(file);
        try {
            KeyStore store = algorithm.keyStore();
            store.load(new ByteArrayInputStream(content), password);
            Certificate[] stored = store.getCertificateChain(ALIAS);
            if (!(store.getKey(ALIAS, password) instanceof PrivateKey key) || stored == null) {
                throw new CryptoException("no key in " + file);
            }
            List<X509Certificate> chain = chain(stored);
            return new StoredKey(new KeyPair(chain.getFirst().getPublicKey(), key), chain);
        } catch (GeneralSecurityException | IOException e) {
            throw new CryptoException("cannot read the key in " + file, e);
        }
    }

    /// Writes a store of P-256 roots that JSSE and WildFly trust.
    public static void writeTrust(Path file, char[] password, List<X509Certificate> roots)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            KeyStore store = KeyAlgorithm.P256.keyStore();
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry("root" + i, roots.get(i));
            }
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new CryptoException("cannot write " + file, e);
        }
        PrivateFile.write(file, out.toByteArray());
    }

    private static List<X509Certificate> chain(Certificate[] stored)
            throws CertificateEncodingException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : stored) {
            chain.add(Pem.certificate(certificate.getEncoded()));
        }
        return chain;
    }
}
