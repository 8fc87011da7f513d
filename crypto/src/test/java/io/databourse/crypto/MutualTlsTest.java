package io.databourse.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stores as the JDK's own TLS reads them, which is what WildFly and the nodes use.
class MutualTlsTest {
    @TempDir private Path folder;

    @Test
    void server_and_node_shake_hands_with_tls_1_3() throws Exception {
        ExchangeKeys exchange = ExchangeKeys.createOrLoad(folder, List.of());
        char[] password = exchange.storePassword();
        SSLContext server = context(exchange.tlsKeyStore(), exchange.channelTrustStore(), password);
        SSLContext client = context(nodeStore(exchange), exchange.channelTrustStore(), password);

        try (SSLServerSocket listening = listen(server);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<X509Certificate> peer = threads.submit(accept(listening));

            assertThat(dial(client, listening.getLocalPort())).isEqualTo("TLSv1.3");
            assertThat(nodeOf(peer)).isEqualTo("bank");
        }
    }

    private static SSLServerSocket listen(SSLContext context) throws IOException {
        SSLServerSocket socket =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(true);
        return socket;
    }

    private static Callable<X509Certificate> accept(SSLServerSocket listening) {
        return () -> {
            try (SSLSocket socket = (SSLSocket) listening.accept()) {
                int read = socket.getInputStream().read();
                socket.getOutputStream().write(read);
                return (X509Certificate) socket.getSession().getPeerCertificates()[0];
            }
        };
    }

    private static String dial(SSLContext context, int port) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.getOutputStream().write(7);
            assertThat(socket.getInputStream().read()).isEqualTo(7);
            return socket.getSession().getProtocol();
        }
    }

    private static String nodeOf(Future<X509Certificate> peer)
            throws InterruptedException, ExecutionException {
        return SubjectName.of(peer.get()).commonName();
    }

    private Path nodeStore(ExchangeKeys exchange) throws IOException {
        Validity year = Validity.startingAt(Instant.now(), Period.ofYears(1));
        SubjectName name = SubjectName.of("bank");
        StoredKey key = StoredKey.selfSigned(KeyAlgorithm.P256, name, year);
        X509Certificate issued =
                exchange.channelCa().issue(key.request(name), name, CertificateUse.CHANNEL, year);
        Path file = folder.resolve("node.p12");
        KeyStoreFile.write(
                file,
                exchange.storePassword(),
                key.withChain(List.of(issued, exchange.channelCa().certificate())));
        return file;
    }

    private static SSLContext context(Path keys, Path trust, char[] password)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(load(keys, password), password);
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(load(trust, password));
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    private static KeyStore load(Path file, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }
}
