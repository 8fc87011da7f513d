package io.databourse.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Somebody who calls the public API, with a token of the real Keycloak, and looks at every answer.
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String user;

    private Client(String user) {
        this.user = user;
    }

    static Client nobody() {
        return new Client("");
    }

    /// A demo user's password is the name.
    static Client as(String user) {
        return new Client(user);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, UUID.randomUUID().toString(), body);
    }

    Answer post(String path, String key, Object body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /// Reads until what is read is as wanted.
    JsonNode await(String path, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode seen = get(path).body();
            if (wanted.test(seen)) {
                return seen;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " stays " + seen);
            }
            Thread.sleep(100);
        }
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(Bourse.address() + "/api/v1" + path))
                        .header("Accept-Language", "en")
                        .timeout(Duration.ofMinutes(1));
        if (!user.isEmpty()) {
            request.header("Authorization", "Bearer " + token());
        }
        return request;
    }

    private String token() throws IOException, InterruptedException {
        String known = TOKENS.get(user);
        if (known != null) {
            return known;
        }
        String form =
                "grant_type=password&client_id=bourse-web&username=%s&password=%s"
                        .formatted(user, user);
        HttpRequest login =
                HttpRequest.newBuilder(
                                URI.create(Bourse.realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        var answer = HTTP.send(login, BodyHandlers.ofString());
        String token = JSON.readTree(answer.body()).path("access_token").asText();
        TOKENS.put(user, token);
        return token;
    }

    private static Answer send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        String text = response.body();
        JsonNode body = text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        return new Answer(response, body);
    }

    /// An answer with its JSON.
    record Answer(HttpResponse<String> response, JsonNode body) {
        int status() {
            return response.statusCode();
        }

        String code() {
            return body.path("code").asText();
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
