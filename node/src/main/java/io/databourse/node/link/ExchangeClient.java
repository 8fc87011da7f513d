package io.databourse.node.link;

import io.databourse.node.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// HTTPS calls to the exchange. The node always dials out, so it works behind a firewall.
public final class ExchangeClient implements AutoCloseable {
    private static final String PATH = "/api/node/v1";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient http;

    /// TLS 1.3, and only the trust of the context.
    public ExchangeClient(URI exchange, SSLContext tls) {
        this.base = exchange;
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        this.http =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .sslParameters(parameters)
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
    }

    /// The exchange understood the call and did not do it.
    public static final class RejectedException extends IOException {
        private final int status;
        private final boolean explained;

        RejectedException(int status, boolean explained, String body) {
            super("the exchange answered " + status + " " + summary(body));
            this.status = status;
            this.explained = explained;
        }

        public int status() {
            return status;
        }

        /// Whether the same call may work later.
        public boolean temporary() {
            return status >= 500
                    || status == 401
                    || status == 404
                    || status == 408
                    || status == 429;
        }

        /// Whether saying the same again is of no use. A server whose application is just being
        /// exchanged says 404 too, without the application's words.
        boolean isFinal() {
            return !temporary() || (status == 404 && explained);
        }

        private static String summary(String body) {
            return body.length() > 300 ? body.substring(0, 300) : body;
        }
    }

    public String get(String path) throws IOException, InterruptedException {
        return send(request(path, ANSWER).GET().build());
    }

    /// Waits up to `wait` for something to happen, and a little longer for the answer.
    public String poll(String path, Duration wait) throws IOException, InterruptedException {
        return send(request(path, wait.plus(ANSWER)).GET().build());
    }

    public String getWith(String path, String header, String value)
            throws IOException, InterruptedException {
        return send(request(path, ANSWER).header(header, value).GET().build());
    }

    public byte[] bytes(String path) throws IOException, InterruptedException {
        var request = request(path, ANSWER).GET().build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new RejectedException(response.statusCode(), false, "");
        }
        return response.body();
    }

    public String post(String path, String json) throws IOException, InterruptedException {
        return send(
                request(path, ANSWER)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build());
    }

    Json postForJson(String path, String json) throws IOException, InterruptedException {
        return Json.parse(post(path, json), path);
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return HttpRequest.newBuilder(base.resolve(PATH + path))
                .timeout(patience)
                .header("Accept", "application/json, application/pkix-crl");
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            var type = response.headers().firstValue("Content-Type").orElse("");
            throw new RejectedException(
                    response.statusCode(),
                    type.startsWith("application/problem+json"),
                    response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
