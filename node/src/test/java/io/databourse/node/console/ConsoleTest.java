package io.databourse.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.databourse.crypto.Digest;
import io.databourse.node.Json;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reviewer and a buyer at the console, as their browsers and programs see it.
class ConsoleTest {
    private static final String WANG = PasswordHash.of("wang-password".toCharArray()).text();
    private static final String LI = PasswordHash.of("li-password".toCharArray()).text();
    private static final String RESULT =
            """
            province,litres,share,code
            山东,1234567.10,0.1,007
            "<b>江苏</b>",98.765432109876543,1e-7,010
            浙江,-5,12345678901234567890,000
            """;

    @TempDir Path home;
    private ReviewService reviews;
    private Console console;
    private final HttpClient http = HttpClient.newHttpClient();
    private String cookie = "";

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
                """
                        .formatted(WANG, LI));
        var config = NodeConfig.read(home);
        var keys = NodeKeys.createOrLoad(config.keysFolder(), config.name());
        reviews = new ReviewService(config, "node-1", keys, Clock.systemUTC());
        console = Console.open(config, 0, reviews, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        console.close();
        http.close();
    }

    @Test
    @Tag("I14")
    void table_chart_file_and_api_of_one_result_have_the_same_numbers() throws Exception {
        var folder = Files.createDirectories(home.resolve("results/job-7"));
        Files.writeString(folder.resolve("result.csv"), RESULT);
        Files.writeString(folder.resolve("receipt.json"), "{}");
        logIn("wang");
        var page = get("/results/job-7").body();
        assertThat(page).doesNotContain("<b>");
        var file = get("/results/job-7/files/result.csv").body();
        assertThat(file).isEqualTo(RESULT);
        var inFile = file.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        var inTable = all(page, "<td>([^<]*)</td>");
        var api = json(get("/api/results/job-7").body());
        for (int row = 0; row < 3; row++) {
            for (int column = 1; column < 4; column++) {
                var number = inFile.get(row).get(column);
                assertThat(inTable.get(4 * row + column)).isEqualTo(number);
                // The literal as it stands in the answer: a parser might round both alike.
                var literal = column == 3 ? "\"" + number + "\"" : number;
                assertThat(get("/api/results/job-7").body()).contains("," + literal);
            }
            assertThat(api.path("rows").get(row).get(1).decimalValue())
                    .isEqualByComparingTo(inFile.get(row).get(1));
        }
        assertThat(all(page, "<title>[^<]*: ([^<]*)</title>"))
                .containsExactlyElementsOf(inFile.stream().map(row -> row.get(1)).toList());
        var other = get("/results/job-7?of=share&by=province").body();
        assertThat(all(other, "<title>[^<]*: ([^<]*)</title>"))
                .containsExactlyElementsOf(inFile.stream().map(row -> row.get(2)).toList());
    }

    @Test
    void programs_call_the_api_with_a_name_and_a_password() throws Exception {
        Files.createDirectories(home.resolve("results/job-7"));
        assertThat(get("/api/results").statusCode()).isEqualTo(401);
        var basic =
                Base64.getEncoder()
                        .encodeToString("li:li-password".getBytes(StandardCharsets.UTF_8));
        var answer = send(request("/api/results").header("Authorization", "Basic " + basic));
        assertThat(json(answer.body()).path("results").get(0).asText()).isEqualTo("job-7");
        var wrong = Base64.getEncoder().encodeToString("li:x".getBytes(StandardCharsets.UTF_8));
        assertThat(
                        send(request("/api/results").header("Authorization", "Basic " + wrong))
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void nothing_but_the_log_in_is_shown_to_strangers() throws Exception {
        hold(1, Map.of("answer.txt", "secret"));
        for (var path :
                List.of(
                        "/",
                        "/reviews",
                        "/reviews/job-1",
                        "/reviews/job-1/files/answer.txt",
                        "/results")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/login");
        }
        assertThat(post("/login", "name", "wang", "password", "li-password").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_held_output_is_looked_at_and_released_with_the_password_once_more() throws Exception {
        hold(
                1,
                Map.of(
                        "table.csv", "a,b\n1,<script>alert(1)</script>\n",
                        "note.txt", "<img src=x> \u202eevil",
                        "broken.csv", "a,b\n1\n"));
        logIn("wang");
        assertThat(get("/reviews").body()).contains("job-1");
        var page = get("/reviews/job-1").body();
        assertThat(page)
                .contains("<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>")
                .contains("&lt;img src=x&gt; \\u202eevil")
                .contains("few rows")
                .doesNotContain("<script");
        var form = form(page);
        assertThat(
                        post("/reviews/job-1", "form", form, "decision", "release", "password", "x")
                                .statusCode())
                .isEqualTo(409);
        assertThat(
                        post(
                                        "/reviews/job-1",
                                        "form",
                                        "x",
                                        "decision",
                                        "release",
                                        "password",
                                        "wang-password")
                                .statusCode())
                .isEqualTo(403);
        assertThat(state()).isEqualTo(HeldJob.State.PENDING);
        assertThat(
                        post(
                                        "/reviews/job-1",
                                        "form",
                                        form,
                                        "decision",
                                        "release",
                                        "password",
                                        "wang-password")
                                .statusCode())
                .isEqualTo(303);
        assertThat(state()).isEqualTo(HeldJob.State.RELEASED);
        assertThat(get("/reviews/job-1").body()).doesNotContain("name=\"decision\"");
    }

    @Test
    void a_second_reviewer_must_be_another_person() throws Exception {
        hold(2, Map.of("answer.txt", "1"));
        logIn("wang");
        var form = form(get("/reviews/job-1").body());
        String[] fields = {"form", form, "decision", "release", "password", "wang-password"};
        assertThat(post("/reviews/job-1", fields).statusCode()).isEqualTo(303);
        assertThat(post("/reviews/job-1", fields).body()).contains("another one");
        assertThat(state()).isEqualTo(HeldJob.State.PENDING);
        logIn("li");
        fields[1] = form(get("/reviews/job-1").body());
        fields[5] = "li-password";
        post("/reviews/job-1", fields);
        assertThat(state()).isEqualTo(HeldJob.State.RELEASED);
    }

    @Test
    void a_rejection_says_why() throws Exception {
        hold(1, Map.of("answer.txt", "1"));
        logIn("wang");
        var form = form(get("/reviews/job-1").body());
        post("/reviews/job-1", "form", form, "decision", "reject", "password", "wang-password");
        assertThat(state()).isEqualTo(HeldJob.State.PENDING);
        post(
                "/reviews/job-1",
                "form",
                form,
                "decision",
                "reject",
                "password",
                "wang-password",
                "reason",
                "one station");
        assertThat(state()).isEqualTo(HeldJob.State.REJECTED);
        assertThat(get("/reviews/job-1").body()).contains("one station");
    }

    @Test
    void a_script_is_read_and_approved_by_its_hash() throws Exception {
        var script = "print('<hi>')\n";
        var sha256 = Digest.sha256(script).hex();
        reviews.submit(
                Json.parse(
                        Json.write(
                                Json.object()
                                        .put("contractId", "con-1")
                                        .put("algorithm", "demand@1.0.0")
                                        .put("language", "python")
                                        .put("script", script)
                                        .put("sha256", sha256)),
                        "script"));
        logIn("wang");
        var id = reviews.scripts().all().getFirst().id();
        var page = get("/scripts/" + id).body();
        assertThat(page).contains(sha256).contains("print(&#39;&lt;hi&gt;&#39;)");
        post(
                "/scripts/" + id,
                "form",
                form(page),
                "decision",
                "approve",
                "password",
                "wang-password");
        assertThat(reviews.scripts().isApproved(script, "con-1")).isTrue();
    }

    @Test
    void a_picture_is_shown_and_every_other_file_is_saved() throws Exception {
        var png =
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var folder = Files.createDirectories(home.resolve("results/job-7"));
        Files.write(folder.resolve("plot.png"), png);
        Files.writeString(folder.resolve("fake.png"), "<html>");
        Files.createSymbolicLink(folder.resolve("link.txt"), home.resolve("node.properties"));
        logIn("wang");
        assertThat(get("/results/job-7").body())
                .contains("<img src=\"/results/job-7/files/plot.png\"")
                .doesNotContain("<img src=\"/results/job-7/files/fake.png\"");
        assertThat(type("/results/job-7/files/plot.png")).isEqualTo("image/png");
        assertThat(type("/results/job-7/files/fake.png")).isEqualTo("application/octet-stream");
        for (var path :
                List.of(
                        "/results/job-7/files/link.txt",
                        "/results/..%2f../files/node.properties",
                        "/results/job-7/files/..",
                        "/results/job-8")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void other_sites_cannot_speak_to_the_console() throws Exception {
        var answer = send(request("/login").header("Origin", "http://evil.example"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }

    @Test
    void the_page_speaks_the_browsers_language_or_the_chosen_one() throws Exception {
        assertThat(
                        send(request("/login").header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"))
                                .body())
                .contains("<h1>登录</h1>");
        assertThat(send(request("/login").header("Accept-Language", "de")).body())
                .contains("<h1>Log in</h1>");
        var chosen = get("/login?lang=zh").headers().firstValue("Set-Cookie").orElse("");
        assertThat(send(request("/login").header("Cookie", chosen.split(";", -1)[0])).body())
                .contains("<h1>登录</h1>");
    }

    @Test
    void after_ten_wrong_passwords_even_the_right_one_waits() throws Exception {
        for (int i = 0; i < 10; i++) {
            post("/login", "name", "wang", "password", "x" + i);
        }
        assertThat(post("/login", "name", "wang", "password", "wang-password").body())
                .contains("Too many");
    }

    private void hold(int needed, Map<String, String> files) throws IOException {
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

    private HeldJob.State state() throws IOException {
        return reviews.quarantine().find("job-1").orElseThrow().state();
    }

    private void logIn(String name) throws Exception {
        cookie = "";
        var answer = post("/login", "name", name, "password", name + "-password");
        var set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Strict");
        cookie = set.split(";", -1)[0];
    }

    private static String form(String page) {
        return all(page, "name=\"form\" value=\"([^\"]*)\"").getFirst();
    }

    private static List<String> all(String page, String pattern) {
        var found = new ArrayList<String>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static JsonNode json(String text) throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(text);
    }

    private String type(String path) throws Exception {
        return get(path).headers().firstValue("Content-Type").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + console.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(cookie.isEmpty() ? request(path) : request(path).header("Cookie", cookie));
    }

    private HttpResponse<String> post(String path, String... fields) throws Exception {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        var body = pairs.stream().collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Cookie", cookie.isEmpty() ? "lang=en" : cookie + "; lang=en")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
