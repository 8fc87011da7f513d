package io.databourse.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The exchange's public REST API, as one of the demo's users calls it.
public final class Api {

    /// Whoever has not logged in.
    static final String NOBODY = "";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Settings settings;
    private final String user;
    private final Map<String, String> tokens;

    public Api(Settings settings) {
        this(settings, NOBODY, new ConcurrentHashMap<>());
    }

    private Api(Settings settings, String user, Map<String, String> tokens) {
        this.settings = settings;
        this.user = user;
        this.tokens = tokens;
    }

    public Api as(String someone) {
        return new Api(settings, someone, tokens);
    }

    public JsonNode get(String path) {
        return send("GET " + path, request(path).GET());
    }

    /// All items of a list, page by page.
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        JsonNode page = get(path + separator + "limit=200");
        page.path("items").forEach(items::add);
        while (page.path("next").isTextual()) {
            page = get(path + separator + "limit=200&after=" + page.path("next").asText());
            page.path("items").forEach(items::add);
        }
        return items;
    }

    public JsonNode post(String path, Object body) {
        try {
            return send(
                    "POST " + path,
                    request(path)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new Fault("cannot write the body of POST " + path, e);
        }
    }

    /// Reads again and again until what is read is as wanted.
    JsonNode await(String path, String what, Predicate<JsonNode> wanted) {
        return await(path, what, PATIENCE, wanted);
    }

    JsonNode await(String path, String what, Duration patience, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode answer = get(path);
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new Fault(
                        "%s did not happen within %d s: %s is %s"
                                .formatted(what, patience.toSeconds(), path, answer));
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(settings.exchangeAddress() + "/api/v1" + path))
                        .timeout(Duration.ofMinutes(1));
        if (!user.equals(NOBODY)) {
            request.header("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::login));
        }
        return request;
    }

    private JsonNode send(String call, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            JsonNode body = parse(response.body());
            if (response.statusCode() >= 300) {
                throw ApiProblem.of(
                        user.equals(NOBODY) ? "nobody" : user, call, response.statusCode(), body);
            }
            return body;
        } catch (IOException e) {
            throw new Fault("the exchange did not answer " + call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted", e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }

    /// A demo user's password is his name.
    private String login(String name) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        settings.realmAddress() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "grant_type=password&client_id=bourse-web&username="
                                                + name
                                                + "&password="
                                                + name))
                        .build();
        JsonNode answer = send("login", HttpRequest.newBuilder(request, (_, _) -> true));
        return answer.path("access_token").asText();
    }
}
