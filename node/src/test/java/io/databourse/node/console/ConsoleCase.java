package io.databourse.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.NodeConfig;
import io.databourse.node.child.ChildReport;
import io.databourse.node.keys.NodeKeys;
import io.databourse.node.review.Bundle;
import io.databourse.node.review.HeldJob;
import io.databourse.node.review.PasswordHash;
import io.databourse.node.review.ReviewService;
import io.databourse.plugin.HeldOutput;
import io.databourse.plugin.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A console with two reviewers, of whom one sees results in full, and a browser or a program of
/// one of them.
abstract class ConsoleCase {
    private static final String WANG = PasswordHash.of("wang-password".toCharArray()).text();
    private static final String LI = PasswordHash.of("li-password".toCharArray()).text();
    @TempDir Path home;
    ReviewService reviews;
    private Console console;
    private final HttpClient http = HttpClient.newHttpClient();
    private String cookie = "";

    /// What its user has chosen, `zh` or `en`.
    String language = "en";

    @BeforeEach
    void start() throws Exception {
        Files.writeString(home.resolve("ca.pem"), "");
        Files.createDirectories(home.resolve("plugins"));
        Files.writeString(
                home.resolve("node.properties"),
                """
                name=owner
                exchange.url=https://localhost:1
                exchange.ca=ca.pem
                channel.host=localhost
                channel.port=9999
                plugins.dir=plugins
                console.port=1
                reviewers.wang.password-hash=%s
                reviewers.li.password-hash=%s
                reviewers.wang.role=analyst
                views.analyst=full
                """
                                .formatted(WANG, LI)
                        + more());
        var config = NodeConfig.read(home);
        var keys = NodeKeys.createOrLoad(config.keysFolder(), config.name());
        reviews = new ReviewService(config, "node-1", keys, Clock.systemUTC());
        console = Console.open(config, 0, reviews, Clock.systemUTC());
    }

    /// Further lines of the configuration.
    String more() throws IOException {
        return "";
    }

    @AfterEach
    void stop() {
        console.close();
        http.close();
    }

    void logIn(String name) throws Exception {
        cookie = "";
        var answer = post("/login", "name", name, "password", name + "-password");
        var set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Strict");
        cookie = set.split(";", -1)[0];
    }

    static List<String> all(String page, String pattern) {
        var found = new ArrayList<String>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + console.port() + path));
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).header("Cookie", cookies()));
    }

    HttpResponse<String> post(String path, String... fields) throws Exception {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        var body = pairs.stream().collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Cookie", cookies())
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    String cookies() {
        return "lang=" + language + (cookie.isEmpty() ? "" : "; " + cookie);
    }

    HttpResponse<String> call(String path, String name) throws Exception {
        var login = (name + ":" + name + "-password").getBytes(StandardCharsets.UTF_8);
        return send(
                request(path)
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(login)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    void hold(int needed, Map<String, String> files) throws IOException {
        var from = Files.createDirectories(home.resolve("from"));
        var types = new TreeMap<String, String>();
        for (var file : files.entrySet()) {
            Files.writeString(from.resolve(file.getKey()), file.getValue());
            types.put(file.getKey(), file.getKey().endsWith(".csv") ? "text/csv" : "text/plain");
        }
        var finding =
                new ChildReport.Finding(HeldOutput.Verdict.REVIEW, new Text("行数少", "few rows"));
        var now = Instant.now();
        reviews.quarantine()
                .hold(
                        new HeldJob(
                                "job-1",
                                1,
                                "con-1",
                                "demand@1.0.0",
                                Bundle.of(from, types),
                                List.of(finding),
                                needed,
                                now,
                                now.plus(Duration.ofDays(1)),
                                List.of(),
                                Optional.empty()),
                        from);
    }
}
