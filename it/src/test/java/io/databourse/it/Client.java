package io.databourse.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    /// Costs nothing where all is well, and a loaded machine may need it.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// Well below the time for which Keycloak's are good.
    private static final Duration TOKEN_AGE = Duration.ofMinutes(10);

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

    /// Gives one command again and again until it is carried out: a program that was killed may
    /// answer that it cannot, or that it is still at it.
    Answer insist(String path, String key, Object body) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer answer = post(path, key, body);
            if (answer.isGood()) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " answers " + answer.body());
            }
            Thread.sleep(100);
        }
    }

    /// Reads until it is answered.
    JsonNode read(String path) throws IOException, InterruptedException {
        return await(path, ignored -> true);
    }

    /// Reads until what is read is as wanted.
    JsonNode await(String path, Predicate<JsonNode> wanted)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Answer seen = get(path);
            if (seen.isGood() && wanted.test(seen.body())) {
                return seen.body();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " stays " + seen.body());
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
        Token known = TOKENS.get(user);
        if (known != null && System.nanoTime() - known.since < TOKEN_AGE.toNanos()) {
            return known.text;
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
        TOKENS.put(user, new Token(token, System.nanoTime()));
        return token;
    }

    private record Token(String text, long since) {}

    private static Answer send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        String text = response.body();
        return new Answer(response, body(response, text));
    }

    private static JsonNode body(HttpResponse<String> response, String text) throws IOException {
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(text) : TextNode.valueOf(text);
    }

    /// An answer with its JSON.
    record Answer(HttpResponse<String> response, JsonNode body) {
        int status() {
            return response.statusCode();
        }

        boolean isGood() {
            return status() / 100 == 2;
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
