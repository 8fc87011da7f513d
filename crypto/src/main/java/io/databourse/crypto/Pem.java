package io.databourse.crypto;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.x509.Certificate;

/// Certificates in PEM and DER. A P-256 certificate comes out as the JDK's class, an SM2 one as
/// Bouncy Castle's.
public final class Pem {
    static final String CERTIFICATE = "CERTIFICATE";
    static final String REQUEST = "CERTIFICATE REQUEST";
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Pem() {}

    public static String of(X509Certificate certificate) {
        try {
            return encode(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new CryptoException("the certificate cannot be encoded", e);
        }
    }

    /// The first certificate in the text.
    public static X509Certificate certificate(String pem) {
        return certificate(decode(CERTIFICATE, pem));
    }

    public static X509Certificate certificate(byte[] der) {
        try {
            KeyAlgorithm algorithm =
                    KeyAlgorithm.of(Certificate.getInstance(der).getSubjectPublicKeyInfo());
            return (X509Certificate)
                    algorithm
                            .certificateFactory()
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException | IllegalStateException e) {
            // A damaged one is an illegal argument to one part of the parser, an illegal state to
            // another.
            throw new CryptoException("the certificate cannot be read", e);
        }
    }

    static String encode(String label, byte[] der) {
        return begin(label) + "\n" + LINES.encodeToString(der) + "\n" + end(label) + "\n";
    }

    static byte[] decode(String label, String pem) {
        int begin = pem.indexOf(begin(label));
        int end = pem.indexOf(end(label));
        if (begin < 0 || end < begin) {
            throw new CryptoException("no " + label + " in the text");
        }
        try {
            String body = pem.substring(begin + begin(label).length(), end);
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new CryptoException("the " + label + " is not base64", e);
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
