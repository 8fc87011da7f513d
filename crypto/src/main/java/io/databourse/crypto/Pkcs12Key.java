package io.databourse.crypto;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/// A PKCS#12 file (RFC 7292) with one key: AES-256 by PBES2, and an HMAC with SHA-256.
///
/// Key stores stretch the password: the JDK's in 10,000 rounds, Bouncy Castle's in 51,200 and twice
/// as many, a quarter of a second for each file and start. That is for what people remember; these
/// files' passwords are 192 random bits or more, which nobody guesses at any rate.
final class Pkcs12Key {
    private static final int ROUNDS = 2048;

    private Pkcs12Key() {}

    static byte[] encoded(String alias, char[] password, StoredKey key) throws IOException {
        try {
            var mac =
                    new JcePKCS12MacCalculatorBuilder(NISTObjectIdentifiers.id_sha256)
                            .setProvider(BouncyCastle.PROVIDER)
                            .setIterationCount(ROUNDS);
            return new PKCS12PfxPduBuilder()
                    .addEncryptedData(encryptor(password), certificates(alias, key.chain()))
                    .addData(
                            named(
                                    alias,
                                    new JcaPKCS12SafeBagBuilder(
                                            key.keys().getPrivate(), encryptor(password))))
                    .build(mac, password)
                    .getEncoded(ASN1Encoding.DER);
        } catch (OperatorCreationException | PKCSException e) {
            throw new CryptoException("cannot encode a key", e);
        }
    }

    /// One for each part: it draws a salt and an initial vector.
    private static OutputEncryptor encryptor(char[] password) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(BouncyCastle.PROVIDER)
                .setPRF(
                        new AlgorithmIdentifier(
                                PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                .setIterationCount(ROUNDS)
                .build(password);
    }

    /// The first is the key's own.
    private static PKCS12SafeBag[] certificates(String alias, List<X509Certificate> chain)
            throws IOException {
        List<PKCS12SafeBag> bags = new ArrayList<>();
        for (X509Certificate each : chain) {
            var bag = new JcaPKCS12SafeBagBuilder(each);
            bags.add(bags.isEmpty() ? named(alias, bag) : bag.build());
        }
        return bags.toArray(PKCS12SafeBag[]::new);
    }

    /// The same name and number say that a key and a certificate belong together.
    private static PKCS12SafeBag named(String alias, PKCS12SafeBagBuilder bag) {
        return bag.addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias))
                .addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
                        new DEROctetString(new byte[] {1}))
                .build();
    }
}
