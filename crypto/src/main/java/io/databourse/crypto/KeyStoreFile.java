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

/// One key in a PKCS#12 file, alias [#ALIAS]. P-256 files are the JDK's and readable by WildFly;
/// SM2 files are Bouncy Castle's, since the JDK cannot read that curve.
public final class KeyStoreFile {
    public static final String ALIAS = "key";

    private KeyStoreFile() {}

    public static void write(Path file, char[] password, StoredKey key) throws IOException {
        try {
            KeyStore store = empty(key.algorithm());
            store.setKeyEntry(
                    ALIAS,
                    key.keys().getPrivate(),
                    password,
                    key.chain().toArray(Certificate[]::new));
            save(store, file, password);
        } catch (GeneralSecurityException e) {
            throw new CryptoException("cannot write " + file, e);
        }
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
        try {
            KeyStore store = empty(KeyAlgorithm.P256);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry("root" + i, roots.get(i));
            }
            save(store, file, password);
        } catch (GeneralSecurityException e) {
            throw new CryptoException("cannot write " + file, e);
        }
    }

    private static KeyStore empty(KeyAlgorithm algorithm)
            throws GeneralSecurityException, IOException {
        KeyStore store = algorithm.keyStore();
        store.load(null, null);
        return store;
    }

    private static void save(KeyStore store, Path file, char[] password)
            throws GeneralSecurityException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
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
