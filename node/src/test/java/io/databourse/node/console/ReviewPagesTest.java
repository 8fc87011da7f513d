package io.databourse.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import io.databourse.node.review.HeldJob;
import java.io.IOException;
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

    private HeldJob.State state() throws IOException {
        return reviews.quarantine().find("job-1").orElseThrow().state();
    }

    private static String form(String page) {
        return all(page, "name=\"form\" value=\"([^\"]*)\"").getFirst();
    }
}
