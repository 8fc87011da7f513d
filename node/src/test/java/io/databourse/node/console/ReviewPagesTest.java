package io.databourse.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import io.databourse.node.review.HeldJob;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a reviewer sees at the console, and decides there.
class ReviewPagesTest extends ConsoleCase {
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
        assertThat(get("/reviews/job-1").body())
                .contains("You have agreed", "value=\"reject\"")
                .doesNotContain("value=\"release\"");
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
        var sha256 = submit(script, 1);
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
        assertThat(reviews.scripts().approvers(script, "con-1")).containsExactly("wang");
        assertThat(get("/scripts/" + id).body())
                .contains("value=\"reject\"")
                .doesNotContain("value=\"approve\"");
    }

    @Test
    void a_script_that_two_must_approve_says_who_has() throws Exception {
        var script = "print(1)\n";
        submit(script, 2);
        var path = "/scripts/" + reviews.scripts().all().getFirst().id();
        for (var name : List.of("wang", "li")) {
            logIn(name);
            var form = form(get(path).body());
            var password = name + "-password";
            post(path, "form", form, "decision", "approve", "password", password, "reason", "read");
            assertThat(get(path).body()).contains(name);
            if (name.equals("wang")) {
                assertThat(get("/reviews").body()).contains("<td>1 ⁄ 2</td>");
                assertThat(reviews.scripts().approvers(script, "con-1")).isEmpty();
            }
        }
        assertThat(get(path).body()).contains("2 ⁄ 2 wang, li", "read");
        assertThat(reviews.scripts().approvers(script, "con-1"))
                .containsExactlyInAnyOrder("wang", "li");
    }

    @Test
    void what_the_exchange_did_not_take_is_shown() throws Exception {
        logIn("wang");
        assertThat(get("/reviews").body()).doesNotContain("did not take");
        var body =
                "{\"document\":\"{\\\"decision\\\":\\\"APPROVED\\\",\\\"jobId\\\":\\\"job-9\\\"}\"}";
        var kept = Json.object().put("path", "/reviews").put("why", "404 <NOT_FOUND>");
        var folder = Files.createDirectories(home.resolve("state/outbox/not-taken"));
        Files.writeString(folder.resolve("1.json"), Json.write(kept.put("body", body)));
        assertThat(get("/reviews").body())
                .contains("did not take", "APPROVED of job-9: 404 &lt;NOT_FOUND&gt;");
        language = "zh";
        assertThat(get("/reviews").body()).contains("交易所未接受的决定");
    }

    private String submit(String script, int reviewers) throws IOException {
        var sha256 = Digest.sha256(script).hex();
        reviews.submit(
                Json.parse(
                        Json.write(
                                Json.object()
                                        .put("contractId", "con-1")
                                        .put("algorithm", "demand@1.0.0")
                                        .put("language", "python")
                                        .put("reviewers", reviewers)
                                        .put("script", script)
                                        .put("sha256", sha256)),
                        "script"));
        return sha256;
    }

    private HeldJob.State state() throws IOException {
        return reviews.quarantine().find("job-1").orElseThrow().state();
    }

    private static String form(String page) {
        return all(page, "name=\"form\" value=\"([^\"]*)\"").getFirst();
    }
}
