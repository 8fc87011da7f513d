package io.databourse.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.Json;
import io.databourse.node.review.PasswordHash;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people of the buyer's organisation see of one result by their roles: chen's has a policy,
/// sun's sees everything, guo has none and administers the node.
class MaskedResultsTest extends ConsoleCase {
    private static final String ID = "110101199003071234";
    private static final String MASKED_ID = "110***********1234";
    private static final String RESULT =
            """
            id_number,name,mobile,province,litres,opened,note
            110101199003071234,王小明,13812345678,北京,98.5,2026-01-02,calls 13912345678
            11010519491231002X,李雷,13900001111,山东,-1e3,2026-02-03,"a,""b"
            """;
    private static final List<String> HIDDEN =
            List.of(
                    ID,
                    "11010519491231002X",
                    "王小明",
                    "李雷",
                    "13812345678",
                    "13900001111",
                    "calls",
                    "13912345678");
    private static final String POLICY =
            """
            {"columns": {
                "id_number": {"method": "stars", "keepPrefix": 3, "keepSuffix": 4},
                "province": {"method": "keep"},
                "salary": {"method": "range", "step": 1000},
                "opened": {"method": "shift", "days": 30, "entity": "salary"}}}\
            """;
    private static final String CHEN = hash("chen");
    private static final String SUN = hash("sun");
    private static final String GUO = hash("guo");

    private static String hash(String name) {
        return PasswordHash.of((name + "-password").toCharArray()).text();
    }

    @Override
    String more() throws IOException {
        Files.writeString(home.resolve("desk.json"), POLICY);
        return """
        users.chen.password-hash=%s
        users.chen.role=desk
        users.sun.password-hash=%s
        users.sun.role=inquiry
        users.guo.password-hash=%s
        views.desk=desk.json
        views.inquiry=full
        console.administrators=guo
        """
                .formatted(CHEN, SUN, GUO);
    }

    @BeforeEach
    void deliver() throws IOException {
        var folder = Files.createDirectories(home.resolve("results/job-7"));
        Files.writeString(folder.resolve("result.csv"), RESULT);
        Files.writeString(folder.resolve("second.csv"), "who\n" + ID + "\n");
        Files.writeString(folder.resolve("broken.csv"), "a,b\n" + ID + "\n");
        Files.writeString(folder.resolve("summary.json"), "{\"first\":\"" + ID + "\"}");
        Files.writeString(folder.resolve("receipt.json"), "{\"sha256\":\"00\"}");
    }

    @Test
    @Tag("E05")
    void the_same_call_gives_a_masked_number_to_one_role_and_the_whole_to_another_both_audited()
            throws Exception {
        var masked = Json.parse(call("/api/results/job-7", "chen").body(), "chen's");
        var whole = Json.parse(call("/api/results/job-7", "sun").body(), "sun's");
        assertThat(masked.node().at("/rows/0/0").textValue()).isEqualTo(MASKED_ID);
        assertThat(whole.node().at("/rows/0/0").asText()).isEqualTo(ID);
        assertThat(masked.flag("masked")).isTrue();
        assertThat(whole.flag("masked")).isFalse();

        logIn("guo");
        var reads = get("/reads.csv").body().lines().toList();
        assertThat(reads).hasSize(3);
        assertThat(reads.get(1)).contains(",chen,desk,MASKED,API,job-7,result.csv,2,");
        assertThat(reads.get(2)).contains(",sun,inquiry,FULL,API,job-7,result.csv,2,");
        assertThat(cells(get("/reads").body()))
                .containsSubsequence("sun", "inquiry", "in full", "API", "job-7", "2")
                .containsSubsequence("chen", "desk", "masked", "API", "job-7", "2");
        language = "zh";
        assertThat(cells(get("/reads").body())).contains("完整", "已脱敏", "接口");
        assertThat(String.join("\n", reads)).doesNotContain(HIDDEN);
    }

    @Test
    void no_form_of_a_result_has_a_door_around_the_masks() throws Exception {
        logIn("chen");
        var shown =
                List.of(
                        "/results/job-7",
                        "/results/job-7?of=mobile&by=id_number",
                        "/results/job-7?of=litres&by=name",
                        "/results/job-7?of=id_number&by=id_number",
                        "/results/job-7/files/result.csv",
                        "/results/job-7/files/second.csv",
                        "/results/job-7/other/result.csv?view=full&role=inquiry",
                        "/api/results/job-7",
                        "/api/results/job-7?format=csv&masked=false");
        for (var path : shown) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains(MASKED_ID).doesNotContain(HIDDEN);
        }
        for (var file : List.of("broken.csv", "summary.json", "receipt.json")) {
            var answer = get("/results/job-7/files/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(403);
            assertThat(answer.body()).as(file).doesNotContain(ID).doesNotContain("sha256");
        }
        for (var path : List.of("/results/job-7/", "/api/results/job-7/", "/api/reads")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(
                        get("/results/job-7/files/result.csv")
                                .headers()
                                .firstValue("Content-Disposition"))
                .contains("attachment; filename=\"MASKED-result.csv\"");
    }

    @Test
    void a_part_of_a_file_and_other_methods_give_no_more() throws Exception {
        logIn("chen");
        for (var path : List.of("/results/job-7/files/result.csv", "/api/results/job-7")) {
            var part =
                    send(request(path).header("Cookie", cookies()).header("Range", "bytes=0-99"));
            assertThat(part.body()).contains(MASKED_ID).doesNotContain(HIDDEN);
            for (var method : List.of("HEAD", "OPTIONS", "PUT", "TRACE")) {
                var answer =
                        send(
                                request(path)
                                        .header("Cookie", cookies())
                                        .method(method, BodyPublishers.noBody()));
                assertThat(answer.statusCode()).as(method).isEqualTo(405);
                assertThat(answer.body()).doesNotContain(HIDDEN);
            }
        }
    }

    @Test
    void rows_are_masked_by_the_policy_and_what_it_does_not_name_by_its_look() throws Exception {
        logIn("chen");
        assertThat(get("/results/job-7/files/result.csv").body())
                .isEqualTo(
                        """
                        id_number,name,mobile,province,litres,opened,note
                        110***********1234,***,138****5678,北京,98.5,,*****************
                        110***********002X,**,139****1111,山东,-1e3,,****
                        """);
        var page = get("/results/job-7").body();
        assertThat(page).contains("You see this result masked");
        assertThat(all(page, "<title>[^<]*: ([^<]*)</title>")).containsExactly("98.5", "-1e3");
        language = "zh";
        assertThat(get("/results/job-7").body()).contains("您看到的是脱敏后的结果");
    }

    @Test
    void without_a_role_one_sees_masks_and_who_sees_everything_gets_the_very_bytes()
            throws Exception {
        logIn("guo");
        assertThat(get("/results/job-7/files/result.csv").body())
                .contains("\n" + MASKED_ID + ",***,138****5678,**,98.5,2026-01-02,");
        logIn("sun");
        assertThat(get("/results/job-7/files/result.csv").body()).isEqualTo(RESULT);
        assertThat(get("/results/job-7/files/summary.json").body()).contains(ID);
        assertThat(get("/results/job-7").body()).contains(ID, "王小明").doesNotContain("masked");
    }

    @Test
    void a_cookie_that_was_changed_opens_nothing() throws Exception {
        logIn("chen");
        var own = cookies();
        for (var cookie :
                List.of(
                        own + "x",
                        own.substring(0, own.length() - 1),
                        "session=",
                        "session=sun",
                        "session=inquiry; role=inquiry")) {
            var api = send(request("/api/results/job-7").header("Cookie", cookie));
            assertThat(api.statusCode()).as(cookie).isEqualTo(401);
            var page = send(request("/results/job-7").header("Cookie", cookie));
            assertThat(page.statusCode()).as(cookie).isEqualTo(303);
            assertThat(api.body() + page.body()).doesNotContain(HIDDEN);
        }
        var dressed = send(request("/api/results/job-7").header("Cookie", own + "; role=inquiry"));
        assertThat(dressed.body()).contains(MASKED_ID).doesNotContain(HIDDEN);
    }

    @Test
    void what_cannot_be_written_down_is_not_shown() throws Exception {
        logIn("sun");
        var log = home.resolve("state/reads/reads.jsonl");
        Files.delete(log);
        Files.createDirectory(log);
        for (var path : ways()) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(500);
            assertThat(answer.body()).doesNotContain(HIDDEN);
        }
    }

    @Test
    void each_way_of_reading_is_written_down_and_so_is_what_was_not_given() throws Exception {
        logIn("chen");
        for (var path : ways()) {
            get(path);
        }
        get("/results/job-7/files/summary.json");
        hold(1, Map.of("answer.csv", "a\n1\n"));
        logIn("wang");
        get("/reviews/job-1");
        logIn("guo");
        assertThat(get("/reads.csv").body().lines().skip(1).map(MaskedResultsTest::what))
                .containsExactly(
                        "chen,desk,MASKED,PAGE,job-7,result.csv,2",
                        "chen,desk,MASKED,FILE,job-7,result.csv,2",
                        "chen,desk,MASKED,API,job-7,result.csv,2",
                        "chen,desk,WITHHELD,FILE,job-7,summary.json,",
                        "wang,analyst,FULL,REVIEW,job-1,answer.csv,");
    }

    private static List<String> ways() {
        return List.of("/results/job-7", "/results/job-7/files/result.csv", "/api/results/job-7");
    }

    /// Without number and time before it and the hash behind it.
    private static String what(String line) {
        return line.replaceAll("^\\d+,[^,]*,|,[0-9a-f]{64}$", "");
    }

    @Test
    void only_administrators_see_who_read_what_and_when_somebody_changed_it() throws Exception {
        for (var name : List.of("chen", "wang")) {
            logIn(name);
            assertThat(get("/results/job-7").body()).doesNotContain("/reads");
            assertThat(get("/reads").statusCode()).isEqualTo(403);
            assertThat(get("/reads.csv").statusCode()).isEqualTo(403);
        }
        logIn("guo");
        assertThat(get("/reads").body()).doesNotContain("does not fit the one before it");
        var log = home.resolve("state/reads/reads.jsonl");
        Files.writeString(log, Files.readString(log).replace("\"chen\"", "\"sun\""));
        assertThat(get("/reads").body()).contains("Line 2 does not fit the one before it");
    }

    @Test
    void who_reviews_nothing_sees_nothing_that_is_held() throws Exception {
        hold(1, Map.of("answer.csv", "who\n" + ID + "\n"));
        logIn("sun");
        assertThat(get("/").headers().firstValue("Location")).contains("/results");
        for (var path : List.of("/reviews", "/reviews/job-1", "/reviews/job-1/files/answer.csv")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).doesNotContain(ID);
        }
        var form = all(get("/results").body(), "name=\"form\" value=\"([^\"]*)\"").getFirst();
        var decided =
                post(
                        "/reviews/job-1",
                        "form",
                        form,
                        "decision",
                        "release",
                        "password",
                        "sun-password");
        assertThat(decided.statusCode()).isEqualTo(403);
        assertThat(reviews.quarantine().find("job-1").orElseThrow().decision()).isEmpty();
    }

    private static List<String> cells(String page) {
        return all(page, "<td>([^<]*)</td>");
    }
}
