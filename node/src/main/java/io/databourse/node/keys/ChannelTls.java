package io.databourse.node.keys;

import io.databourse.crypto.CertificateStatus;
import io.databourse.crypto.StoredKey;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// TLS contexts of the node: one for other nodes, whose certificates must come from the channel
/// authority and not be revoked; one for the exchange, whose server name is checked too.
public final class ChannelTls {
    /// The only version spoken.
    public static final String PROTOCOL = "TLSv1.3";

    private static final String ALIAS = "node";

    private ChannelTls() {}

    /// Between nodes. Whose certificate it is, is checked against the contract afterwards.
    public static SSLContext forPeers(
            StoredKey own, Function<X509Certificate, CertificateStatus> check) {
        return context(Optional.of(own), new TrustManager[] {new PeerTrust(check)});
    }

    /// To the exchange, whose server is trusted by this root alone.
    ///
    /// @param own absent before the enrolment
    public static SSLContext forExchange(Optional<StoredKey> own, X509Certificate root) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("exchange", root);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return context(own, trust.getTrustManagers());
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("the JDK has no PKCS12 trust", e);
        }
    }

    private static SSLContext context(Optional<StoredKey> own, TrustManager[] trust) {
        try {
            var context = SSLContext.getInstance(PROTOCOL);
            context.init(own.isPresent() ? keys(own.get()) : null, trust, null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("the JDK has no " + PROTOCOL, e);
        }
    }

    private static KeyManager[] keys(StoredKey own)
            throws GeneralSecurityException, java.io.IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        // The store never leaves memory, so its password protects nothing.
        var password = new char[0];
        // The root is left out: the other side has it, or does not trust it.
        var chain = new X509Certificate[] {own.certificate()};
        store.setKeyEntry(ALIAS, own.keys().getPrivate(), password, chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }

    private static final class PeerTrust extends X509ExtendedTrustManager {
        private final Function<X509Certificate, CertificateStatus> check;

        PeerTrust(Function<X509Certificate, CertificateStatus> check) {
            this.check = check;
        }

        private void require(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0) {
                throw new CertificateException("no certificate");
            }
            var status = check.apply(chain[0]);
            if (status != CertificateStatus.VALID) {
                throw new CertificateException("the node's certificate is " + status);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws CertificateException {
            require(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
