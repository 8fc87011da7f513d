package io.databourse.node.job;

import io.databourse.crypto.Fingerprint;
import io.databourse.node.NodeFailure;
import io.databourse.node.child.FrameKind;
import io.databourse.node.child.Frames;
import io.databourse.node.child.Wire;
import io.databourse.node.keys.ChannelTls;
import io.databourse.plugin.Outcome.Blame;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// The encrypted channels between nodes: TLS 1.3 with certificates at both ends, one connection for
/// each pair of parties of a job's attempt. A certificate of the right authority is not enough: it
/// must be the very one that the contract names for that party.
public final class PeerNetwork implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PeerNetwork.class.getName());
    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Duration GREETING = Duration.ofSeconds(10);
    private static final int BUFFER = 1 << 16;
    private static final String KEY = "key";

    private final SSLContext tls;
    private final Duration heartbeat;
    private final SSLServerSocket listener;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();

    private record Awaited(Pairing pairing, CompletableFuture<PeerLink> link) {}

    /// Listens from now on.
    ///
    /// @param port 0 for any that is free
    public PeerNetwork(SSLContext tls, String bind, int port) throws IOException {
        this(tls, bind, port, PeerLink.HEARTBEAT);
    }

    /// The same with other signs of life; both ends must agree about them.
    PeerNetwork(SSLContext tls, String bind, int port, Duration heartbeat) throws IOException {
        this.tls = tls;
        this.heartbeat = heartbeat;
        listener = (SSLServerSocket) tls.getServerSocketFactory().createServerSocket();
        listener.setReuseAddress(true);
        listener.setNeedClientAuth(true);
        listener.setEnabledProtocols(new String[] {ChannelTls.PROTOCOL});
        listener.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
        Thread.ofVirtual().name("channel-listener").start(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    Duration heartbeat() {
        return heartbeat;
    }

    /// The connection to a peer, once both sides want it. Cancelling the future gives up.
    CompletableFuture<PeerLink> connect(Pairing pairing, Instant deadline) {
        var link = new CompletableFuture<PeerLink>();
        if (pairing.dials()) {
            Thread.ofVirtual().name("dial").start(() -> dial(pairing, deadline, link));
            return link;
        }
        awaited.put(pairing.key(), new Awaited(pairing, link));
        var _ = link.whenComplete((_, _) -> awaited.remove(pairing.key()));
        var wait = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
        CompletableFuture.delayedExecutor(wait, java.util.concurrent.TimeUnit.MILLISECONDS)
                .execute(() -> link.completeExceptionally(lost(pairing, "did not call")));
        return link;
    }

    private void dial(Pairing pairing, Instant deadline, CompletableFuture<PeerLink> link) {
        var trouble = "could not be reached";
        while (!link.isDone()) {
            try {
                if (call(pairing, link)) {
                    return;
                }
                trouble = "was not ready";
            } catch (SSLException e) {
                trouble = "was not trusted, or did not trust this node";
                if (e.getCause() instanceof CertificateException) {
                    LOG.log(Level.WARNING, "{0}: {1}", pairing.endpoint(), e.getMessage());
                    break;
                }
            } catch (IOException _) {
                trouble = "could not be reached";
            } catch (NodeFailure e) {
                link.completeExceptionally(e);
                return;
            }
            if (!Instant.now().isBefore(deadline)) {
                break;
            }
            pause();
        }
        link.completeExceptionally(lost(pairing, trouble));
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the peer took the call.
    private boolean call(Pairing pairing, CompletableFuture<PeerLink> link) throws IOException {
        var colon = pairing.endpoint().lastIndexOf(':');
        var host = pairing.endpoint().substring(0, colon);
        var port = Integer.parseInt(pairing.endpoint().substring(colon + 1));
        var socket = (SSLSocket) tls.getSocketFactory().createSocket();
        var taken = false;
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(GREETING.toMillis()));
            var frames = secure(socket);
            if (!fingerprint(socket).equals(pairing.fingerprint())) {
                throw mismatch(pairing.peer());
            }
            frames.write(FrameKind.HELLO, Wire.of(Map.of(KEY, pairing.key())));
            var answer = frames.read().orElseThrow(() -> new IOException("no answer"));
            taken = answer.kind() == FrameKind.ACCEPTED;
            if (answer.kind() == FrameKind.REFUSED) {
                throw new NodeFailure(
                        "PEER_MISMATCH",
                        Blame.COUNTERPARTY,
                        pairing.peer() + " does not take this node for the agreed one");
            }
            if (taken) {
                taken = hand(new PeerLink(socket, frames, heartbeat), link);
            }
            return taken;
        } finally {
            if (!taken) {
                socket.close();
            }
        }
    }

    private static boolean hand(PeerLink connected, CompletableFuture<PeerLink> link) {
        if (link.complete(connected)) {
            return true;
        }
        connected.close();
        return false;
    }

    private static Frames secure(SSLSocket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(GREETING.toMillis()));
        socket.startHandshake();
        return new Frames(
                new BufferedInputStream(socket.getInputStream(), BUFFER),
                socket.getOutputStream(),
                socket);
    }

    private static String fingerprint(SSLSocket socket) throws SSLException {
        return Fingerprint.of((X509Certificate) socket.getSession().getPeerCertificates()[0]);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var socket = (SSLSocket) listener.accept();
                Thread.ofVirtual().name("channel").start(() -> answer(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.log(Level.WARNING, "a channel could not be accepted: {0}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void answer(SSLSocket socket) {
        var taken = false;
        try {
            var frames = secure(socket);
            var hello = frames.read().orElseThrow(() -> new IOException("no greeting"));
            if (hello.kind() != FrameKind.HELLO) {
                throw new IOException("not a greeting: " + hello.kind());
            }
            var key = Wire.texts(hello.payload()).getOrDefault(KEY, "");
            var known = awaited.get(key);
            if (known == null) {
                frames.write(FrameKind.NOT_YET);
            } else if (!fingerprint(socket).equals(known.pairing().fingerprint())) {
                LOG.log(Level.WARNING, "a node called that the contract does not name");
                frames.write(
                        FrameKind.REFUSED,
                        "another certificate was agreed".getBytes(StandardCharsets.UTF_8));
            } else {
                frames.write(FrameKind.ACCEPTED);
                taken = hand(new PeerLink(socket, frames, heartbeat), known.link());
            }
        } catch (IOException e) {
            LOG.log(Level.INFO, "a channel was not opened: {0}", e.getMessage());
        } finally {
            if (!taken) {
                closeQuietly(socket);
            }
        }
    }

    private static void closeQuietly(SSLSocket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // Nobody uses it.
        }
    }

    private static NodeFailure mismatch(String peer) {
        return new NodeFailure(
                "PEER_MISMATCH",
                Blame.COUNTERPARTY,
                "the certificate of " + peer + " is not the one in the contract");
    }

    private static NodeFailure lost(Pairing pairing, String trouble) {
        return new NodeFailure(
                "COUNTERPARTY_LOST", Blame.COUNTERPARTY, pairing.peer() + " " + trouble);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        awaited.values().forEach(each -> each.link().cancel(true));
    }
}
