package io.databourse.node.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.databourse.crypto.CertificateRequest;
import io.databourse.crypto.CertificateUse;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.Pem;
import io.databourse.crypto.SubjectName;
import io.databourse.crypto.Validity;
import io.databourse.node.Json;
import io.databourse.node.NodeHomes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/// The exchange's end of the node link, in memory, with real keys and real TLS.
public final class FakeExchange implements AutoCloseable {
    public final ExchangeKeys keys;
    public final BlockingQueue<Json> answers = new LinkedBlockingQueue<>();
    public final BlockingQueue<Json> reports = new LinkedBlockingQueue<>();
    public final BlockingQueue<Json> reviews = new LinkedBlockingQueue<>();
    public final BlockingQueue<Json> hellos = new LinkedBlockingQueue<>();

    /// The bodies of all calls, in their order.
    public final Queue<String> heard = new ConcurrentLinkedQueue<>();

    public final AtomicInteger enrolments = new AtomicInteger();
    public volatile boolean approves;

    /// What the next reviews are answered with, before they are taken: a page that nothing is here,
    /// or a refusal in the exchange's words.
    public final Queue<Refusing> refusing = new ConcurrentLinkedQueue<>();

    public enum Refusing {
        SERVER,
        EXCHANGE
    }

    private final Map<String, ObjectNode> applications = new ConcurrentHashMap<>();
    private final Map<String, X509Certificate> signing = new ConcurrentHashMap<>();
    private final Map<String, X509Certificate> channels = new ConcurrentHashMap<>();
    private final Map<String, List<ObjectNode>> mailboxes = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private HttpsServer server;
    private final int port;

    public FakeExchange(Path folder) throws Exception {
        keys = ExchangeKeys.createOrLoad(folder, List.of("localhost"));
        port = NodeHomes.freePort();
        server = serve(port);
    }

    public URI url() {
        return URI.create("https://localhost:" + port);
    }

    public void stop() {
        server.stop(0);
    }

    public void restart() throws Exception {
        server = serve(port);
    }

    public X509Certificate signingCertificate(String node) {
        return java.util.Objects.requireNonNull(signing.get(node));
    }

    public X509Certificate channelCertificate(String node) {
        return java.util.Objects.requireNonNull(channels.get(node));
    }

    /// Puts an instruction into a node's mailbox and gives its id.
    public String instruct(String node, String type, ObjectNode payload) {
        var id = "i-" + ids.incrementAndGet();
        var instruction = Json.object().put("id", id).put("type", type);
        instruction.set("payload", payload);
        var box = mailbox(node);
        synchronized (box) {
            box.add(instruction);
            box.notifyAll();
        }
        return id;
    }

    /// Instructs, and waits for the answer, which must be the next one of all.
    public Json ask(String node, String type, ObjectNode payload) throws InterruptedException {
        var id = instruct(node, type, payload);
        var answer = next(answers);
        if (!answer.text("id").equals(id)) {
            throw new AssertionError("answer to " + answer.text("id") + " instead of " + id);
        }
        return answer.child("answer");
    }

    public static Json next(BlockingQueue<Json> queue) throws InterruptedException {
        var next = queue.poll(5, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }

    private List<ObjectNode> mailbox(String node) {
        return mailboxes.computeIfAbsent(node, _ -> new ArrayList<>());
    }

    private HttpsServer serve(int at) throws Exception {
        var made =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
        made.setHttpsConfigurator(new Tls(context()));
        made.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        made.createContext("/api/node/v1", this::handle);
        made.start();
        return made;
    }

    private SSLContext context() throws Exception {
        var password = keys.storePassword();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys.tlsKeyStore())) {
            store.load(in, password);
        }
        var key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        key.init(store, password);
        var trusted = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys.channelTrustStore())) {
            trusted.load(in, password);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static final class Tls extends HttpsConfigurator {
        Tls(SSLContext context) {
            super(context);
        }

        @Override
        public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setProtocols(new String[] {"TLSv1.3"});
            tls.setWantClientAuth(true);
            parameters.setSSLParameters(tls);
        }
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            var path = call.getRequestURI().getPath().substring("/api/node/v1".length());
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(body);
            var refused = path.equals("/reviews") ? refusing.poll() : null;
            if (refused != null) {
                refuse(call, refused);
                return;
            }
            var reply = reply(call, path, body);
            call.sendResponseHeaders(200, reply.length == 0 ? -1 : reply.length);
            if (reply.length > 0) {
                call.getResponseBody().write(reply);
            }
        } catch (SecurityException e) {
            call.sendResponseHeaders(401, -1);
        }
    }

    private static void refuse(HttpExchange call, Refusing how) throws IOException {
        var json = how == Refusing.EXCHANGE;
        var words =
                (json ? "{\"code\":\"NOT_FOUND\"}" : "<html/>").getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders()
                .set("Content-Type", json ? "application/problem+json" : "text/html");
        call.sendResponseHeaders(404, words.length);
        call.getResponseBody().write(words);
    }

    private byte[] reply(HttpExchange call, String path, String body) throws IOException {
        if (path.startsWith("/enrolments")) {
            return text(enrolment(path, body));
        }
        var node = node((HttpsExchange) call);
        if (path.equals("/hello")) {
            hellos.add(Json.parse(body, "hello"));
            var welcome = Json.object().put("nodeId", node);
            welcome.putArray("revokedSerials");
            return text(Json.write(welcome));
        }
        if (path.equals("/revocations")) {
            return revocations();
        }
        if (path.equals("/instructions")) {
            return text(instructions(node));
        }
        if (path.endsWith("/answer")) {
            answered(node, path.split("/", -1)[2], Json.parse(body, "answer"));
        }
        if (path.endsWith("/reports")) {
            reports.add(Json.parse(body, "report"));
        }
        if (path.equals("/reviews")) {
            reviews.add(Json.parse(body, "review"));
        }
        return new byte[0];
    }

    private void answered(String node, String id, Json answer) {
        var box = mailbox(node);
        synchronized (box) {
            if (!box.removeIf(each -> each.path("id").asText().equals(id))) {
                return;
            }
        }
        var whole = Json.object().put("id", id).put("node", node);
        whole.set("answer", answer.node());
        answers.add(new Json(whole, "answer"));
    }

    private String instructions(String node) {
        var box = mailbox(node);
        synchronized (box) {
            try {
                if (box.isEmpty()) {
                    box.wait(2_000);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Json.write(List.copyOf(box));
        }
    }

    private byte[] revocations() throws IOException {
        try {
            var validity = Validity.startingAt(Instant.now(), Period.ofDays(1));
            return keys.channelCa().revocationList(List.of(), validity).getEncoded();
        } catch (java.security.cert.CRLException e) {
            throw new IOException(e);
        }
    }

    private String enrolment(String path, String body) {
        if (path.equals("/enrolments")) {
            enrolments.incrementAndGet();
            var application = (ObjectNode) Json.parse(body, "enrolment").node();
            var id = "node-" + application.path("name").asText();
            applications.put(id, application);
            return Json.write(Json.object().put("enrolmentId", id).put("state", "PENDING"));
        }
        var id = path.substring("/enrolments/".length());
        var application = java.util.Objects.requireNonNull(applications.get(id));
        if (!approves) {
            return Json.write(Json.object().put("state", "PENDING"));
        }
        var validity = Validity.startingAt(Instant.now(), Period.ofDays(1));
        var name = SubjectName.of(id);
        var sign =
                keys.signingCa()
                        .issue(
                                CertificateRequest.parse(application.path("signingCsr").asText()),
                                name,
                                CertificateUse.SIGNING,
                                validity);
        var channel =
                keys.channelCa()
                        .issue(
                                CertificateRequest.parse(application.path("channelCsr").asText()),
                                name,
                                CertificateUse.CHANNEL,
                                validity);
        signing.put(id, sign);
        channels.put(id, channel);
        return Json.write(
                Json.object()
                        .put("state", "APPROVED")
                        .put("nodeId", id)
                        .put("organisation", "a test")
                        .put("signingCertificate", Pem.of(sign))
                        .put("channelCertificate", Pem.of(channel))
                        .put("signingCa", Pem.of(keys.signingCa().certificate()))
                        .put("channelCa", Pem.of(keys.channelCa().certificate())));
    }

    private static String node(HttpsExchange call) throws IOException {
        var certificates = call.getSSLSession().getPeerCertificates();
        return SubjectName.of((X509Certificate) certificates[0]).commonName();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
