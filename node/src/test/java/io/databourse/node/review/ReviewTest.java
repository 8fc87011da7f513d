package io.databourse.node.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.crypto.Digest;
import io.databourse.crypto.SignatureVerifier;
import io.databourse.node.Json;
import io.databourse.node.NodeConfig;
import io.databourse.node.cli.StatusCommand;
import io.databourse.node.link.FakeExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What leaves an owner's node, and who lets it.
class ReviewTest {
    private static final String SCRIPT = "print(1)\n";

    @TempDir Path folder;
    private TwoNodes nodes;

    @BeforeEach
    void start() throws Exception {
        nodes =
                new TwoNodes(
                        folder,
                        "{\"reviewers\":1,\"columns\":{\"litres\":{\"min\":100,\"max\":200}}}");
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    private Json held() throws Exception {
        var reports = nodes.run(1, Map.of());
        assertThat(of(reports, "p1").text("review")).isEqualTo("PENDING");
        assertThat(of(reports, "p2").text("review")).isEqualTo("AWAITED");
        assertThat(of(reports, "p2").text("outcome")).isEqualTo("COMPLETED");
        assertThat(of(reports, "p2").has("resultHash")).isFalse();
        return of(reports, "p1").child("held");
    }

    private static Json of(Map<String, Json> reports, String party) {
        return Objects.requireNonNull(reports.get(party));
    }

    private Json posted() throws Exception {
        var review = FakeExchange.next(nodes.exchange.reviews);
        assertThat(
                        SignatureVerifier.verifyDocument(
                                nodes.exchange.signingCertificate("node-owner"),
                                review.text("document"),
                                review.text("signature")))
                .isTrue();
        return Json.parse(review.text("document"), "review");
    }

    @Test
    void what_a_program_holds_leaves_after_a_release_and_not_before() throws Exception {
        var held = held();
        assertThat(held.child("preScreen").number("REVIEW")).isEqualTo(1);
        assertThat(held.number("files")).isEqualTo(1);
        assertThat(nodes.buyer.resolve("results")).doesNotExist();
        var release = Map.of("release", held.text("sha256"));
        assertThat(nodes.prepare(2, release).text("code")).isEqualTo("OUTPUT_NOT_RELEASED");
        assertThat(nodes.review("", "show", "j-1", "answer.txt")).contains("300 rows, INTEGER");
        assertThat(nodes.review("wang-password", "release", "j-1", "--reviewer", "wang"))
                .contains("RELEASED");
        var review = posted();
        assertThat(review.text("decision")).isEqualTo("RELEASED");
        assertThat(review.text("subject")).isEqualTo("OUTPUT");
        assertThat(review.text("sha256")).isEqualTo(held.text("sha256"));
        assertThat(review.texts("reviewers")).containsExactly("wang");
        var other = Map.of("release", "00".repeat(32));
        assertThat(nodes.prepare(3, other).text("code")).isEqualTo("OUTPUT_NOT_RELEASED");
        var reports = nodes.run(4, release);
        assertThat(of(reports, "p2").text("resultHash")).isEqualTo("sha256:" + held.text("sha256"));
        nodes.exchange.ask("node-buyer", "DELIVER_RESULT", TwoNodes.attempt(4));
        var delivered = nodes.buyer.resolve("results/j-1");
        assertThat(Files.readString(delivered.resolve("answer.txt")))
                .startsWith("300 rows, INTEGER, rules {\"reviewers\":1}, own {\"reviewers\":1,");
        assertThat(delivered.resolve("receipt.json")).exists();
    }

    @Test
    void what_was_rejected_never_leaves() throws Exception {
        var held = held();
        assertThatThrownBy(
                        () -> nodes.review("wang-password", "reject", "j-1", "--reviewer", "wang"))
                .hasMessageContaining("--reason");
        nodes.review(
                "wang-password", "reject", "j-1", "--reviewer", "wang", "--reason", "one station");
        var review = posted();
        assertThat(review.text("decision")).isEqualTo("REJECTED");
        assertThat(review.text("reason")).isEqualTo("one station");
        assertThatThrownBy(() -> nodes.review("li-password", "release", "j-1", "--reviewer", "li"))
                .hasMessageContaining("it was rejected");
        var release = Map.of("release", held.text("sha256"));
        assertThat(nodes.prepare(2, release).text("code")).isEqualTo("OUTPUT_NOT_RELEASED");
    }

    @Test
    void two_reviewers_are_two_people_where_the_contract_says_two() throws Exception {
        nodes.room = "{\"reviewers\":2}";
        var held = held();
        assertThat(held.number("reviewers")).isEqualTo(2);
        assertThat(nodes.review("wang-password", "release", "j-1", "--reviewer", "wang"))
                .contains("PENDING, 1 of 2");
        assertThatThrownBy(
                        () -> nodes.review("wang-password", "release", "j-1", "--reviewer", "wang"))
                .hasMessageContaining("another one");
        var release = Map.of("release", held.text("sha256"));
        assertThat(nodes.prepare(2, release).text("code")).isEqualTo("OUTPUT_NOT_RELEASED");
        assertThat(nodes.exchange.reviews).isEmpty();
        assertThat(nodes.review("li-password", "release", "j-1", "--reviewer", "li"))
                .contains("RELEASED, 2 of 2");
        assertThat(posted().texts("reviewers")).containsExactly("wang", "li");
    }

    @Test
    void a_wrong_password_or_an_unknown_name_decides_nothing() throws Exception {
        held();
        for (var name : List.of("wang", "nobody")) {
            assertThatThrownBy(() -> nodes.review("guess", "release", "j-1", "--reviewer", name))
                    .hasMessage("The name or the password is wrong.");
        }
        assertThat(nodes.review("", "list")).contains("PENDING").doesNotContain("RELEASED");
    }

    @Test
    void a_held_file_that_was_changed_is_neither_released_nor_delivered() throws Exception {
        var held = held();
        var file = nodes.owner.resolve("state/quarantine/j-1-1/files/answer.txt");
        var original = Files.readString(file);
        Files.writeString(file, original + "!");
        assertThatThrownBy(
                        () -> nodes.review("wang-password", "release", "j-1", "--reviewer", "wang"))
                .hasMessageContaining("not those");
        Files.writeString(file, original);
        nodes.review("wang-password", "release", "j-1", "--reviewer", "wang");
        Files.writeString(file, original.replace("300", "301"));
        var release = Map.of("release", held.text("sha256"));
        assertThat(nodes.prepare(2, release).text("code")).isEqualTo("OUTPUT_NOT_RELEASED");
    }

    @Test
    void a_decision_that_a_crash_kept_back_is_posted_by_the_next_start() throws Exception {
        held();
        nodes.stop(nodes.owner);
        nodes.review("wang-password", "release", "j-1", "--reviewer", "wang");
        // As if the command had died after the decision and before the message.
        try (var outbox = Files.list(nodes.owner.resolve("state/outbox"))) {
            for (var message : outbox.toList()) {
                Files.delete(message);
            }
        }
        var record = nodes.owner.resolve("state/quarantine/j-1-1/held.json");
        Files.writeString(
                record, Files.readString(record).replace("\"told\":true", "\"told\":false"));
        assertThat(nodes.exchange.reviews).isEmpty();
        nodes.start(nodes.owner);
        assertThat(posted().text("decision")).isEqualTo("RELEASED");
    }

    @Test
    void a_decision_waits_in_the_outbox_while_the_exchange_is_away() throws Exception {
        held();
        nodes.exchange.stop();
        nodes.review("wang-password", "release", "j-1", "--reviewer", "wang");
        assertThat(nodes.owner.resolve("state/outbox")).isNotEmptyDirectory();
        assertThat(nodes.exchange.reviews).isEmpty();
        nodes.exchange.restart();
        assertThat(posted().text("decision")).isEqualTo("RELEASED");
    }

    @Test
    @Tag("H02")
    void only_an_approved_script_runs_and_one_changed_byte_needs_a_new_review() throws Exception {
        assertThat(nodes.prepare(1, script(SCRIPT)).text("code")).isEqualTo("SCRIPT_NOT_APPROVED");
        assertThat(submit(SCRIPT).child("result").text("state")).isEqualTo("PENDING");
        assertThat(nodes.prepare(2, script(SCRIPT)).text("code")).isEqualTo("SCRIPT_NOT_APPROVED");
        var id = id(SCRIPT);
        assertThat(nodes.review("", "show", id)).contains("print(1)");
        nodes.review("wang-password", "approve-script", id, "--reviewer", "wang");
        var review = posted();
        assertThat(review.text("subject")).isEqualTo("SCRIPT");
        assertThat(review.text("decision")).isEqualTo("APPROVED");
        assertThat(review.text("sha256")).isEqualTo(Digest.sha256(SCRIPT).hex());
        assertThat(nodes.prepare(3, script(SCRIPT)).text("status")).isEqualTo("DONE");
        assertThat(nodes.prepare(4, script(SCRIPT.replace('1', '2'))).text("code"))
                .isEqualTo("SCRIPT_NOT_APPROVED");
        var false1 = Map.of("script", "print(2)\n", "scriptHash", Digest.sha256(SCRIPT).hex());
        assertThat(nodes.prepare(5, false1).text("code")).isEqualTo("DEFINITION_INVALID");
        nodes.review("wang-password", "reject", id, "--reviewer", "wang", "--reason", "taken back");
        assertThat(posted().text("decision")).isEqualTo("REJECTED");
        assertThat(nodes.prepare(6, script(SCRIPT)).text("code")).isEqualTo("SCRIPT_NOT_APPROVED");
    }

    @Test
    void a_script_needs_two_people_where_the_contract_says_two_whatever_the_exchange_tells()
            throws Exception {
        nodes.room = "{\"reviewers\":2}";
        submit(SCRIPT);
        assertThat(approve(SCRIPT, "wang")).contains("APPROVED, 1 of 1");
        assertThat(posted().texts("reviewers")).containsExactly("wang");
        assertThat(nodes.prepare(1, script(SCRIPT)).text("code")).isEqualTo("SCRIPT_NOT_APPROVED");
        assertThatThrownBy(() -> approve(SCRIPT, "wang")).hasMessageContaining("another one");
        assertThat(approve(SCRIPT, "li")).contains("APPROVED, 2 of 1");
        assertThat(posted().texts("reviewers")).containsExactly("wang", "li");
        assertThat(nodes.prepare(2, script(SCRIPT)).text("status")).isEqualTo("DONE");

        var other = SCRIPT + "print(2)\n";
        submit(other, 2);
        assertThat(approve(other, "wang")).contains("PENDING, 1 of 2");
        assertThat(nodes.exchange.reviews).isEmpty();
        assertThat(nodes.prepare(3, script(other)).text("code")).isEqualTo("SCRIPT_NOT_APPROVED");
        nodes.review("li-password", "reject", id(other), "--reviewer", "li", "--reason", "no");
        assertThat(posted().text("decision")).isEqualTo("REJECTED");
        assertThat(approve(other, "li")).contains("REJECTED, 1 of 2");
        assertThat(approve(other, "wang")).contains("APPROVED, 2 of 2");
        assertThat(posted().texts("reviewers")).containsExactly("li", "wang");
        assertThat(nodes.prepare(4, script(other)).text("status")).isEqualTo("DONE");
    }

    private String approve(String script, String name) throws IOException {
        return nodes.review(name + "-password", "approve-script", id(script), "--reviewer", name);
    }

    private static String id(String script) {
        return Digest.sha256(Digest.sha256(script).hex() + "\nc-1").hex().substring(0, 16);
    }

    private static Map<String, String> script(String text) {
        return Map.of("script", text, "scriptHash", Digest.sha256(text).hex());
    }

    private Json submit(String text) throws InterruptedException {
        return submit(text, 1);
    }

    private Json submit(String text, int reviewers) throws InterruptedException {
        return nodes.exchange.ask(
                "node-owner",
                "REVIEW_SCRIPT",
                Json.object()
                        .put("algorithm", "demand@1.0.0")
                        .put("contractId", "c-1")
                        .put("language", "python")
                        .put("reviewers", reviewers)
                        .put("script", text)
                        .put("sha256", Digest.sha256(text).hex()));
    }

    @Test
    void a_decision_is_told_again_until_the_exchange_itself_has_answered() throws Exception {
        held();
        nodes.exchange.refusing.add(FakeExchange.Refusing.SERVER);
        nodes.review("wang-password", "release", "j-1", "--reviewer", "wang");
        assertThat(posted().text("decision")).isEqualTo("RELEASED");
        assertThat(nodes.exchange.refusing).isEmpty();
    }

    @Test
    void a_decision_that_the_exchange_refuses_is_kept_and_shown() throws Exception {
        var script = "print(1)";
        submit(script);
        var id = Digest.sha256(Digest.sha256(script).hex() + "\nc-1").hex();
        nodes.exchange.refusing.add(FakeExchange.Refusing.EXCHANGE);
        nodes.review("wang-password", "approve-script", id, "--reviewer", "wang");
        // The order is kept: when the second one is there, the first has been answered.
        nodes.review(
                "wang-password", "reject", id, "--reviewer", "wang", "--reason", "second thoughts");
        assertThat(posted().text("decision")).isEqualTo("REJECTED");
        assertThat(new StatusCommand(NodeConfig.read(nodes.owner)).text())
                .containsPattern("review not taken +APPROVED of demand@1.0.0: .*404.*NOT_FOUND");
    }

    @Test
    void rules_that_are_not_the_contracts_are_refused() throws Exception {
        var rules = Map.of("rules", "{\"reviewers\":9}");
        assertThat(nodes.prepare(1, rules).text("code")).isEqualTo("DEFINITION_INVALID");
        var same = Map.of("rules", "{ \"reviewers\" : 1 }");
        assertThat(nodes.prepare(2, same).text("status")).isEqualTo("DONE");
    }

    @Test
    void a_dry_run_never_opens_the_source_and_counts_as_no_run() throws Exception {
        nodes.exchange.ask(
                "node-owner",
                "PROFILE_SOURCE",
                Json.object().put("profileId", "f-1").put("source", "sales"));
        assertThat(nodes.prepare(9, Map.of("dryRun", "true")).text("status")).isEqualTo("DONE");
        // A folder in the file's place: whoever opens it, root too, fails.
        Files.delete(nodes.source);
        Files.createDirectory(nodes.source);
        var reports = nodes.run(1, Map.of("dryRun", "true"));
        assertThat(of(reports, "p1").text("outcome")).isEqualTo("COMPLETED");
        assertThat(of(reports, "p1").flag("synthetic")).isTrue();
        assertThat(of(reports, "p1").child("estimate").number("rows")).isEqualTo(300);
        assertThat(of(reports, "p1").has("review")).isFalse();
        nodes.exchange.ask("node-buyer", "DELIVER_RESULT", TwoNodes.attempt(1));
        assertThat(Files.readString(nodes.buyer.resolve("results/j-1/SYNTHETIC-answer.txt")))
                .startsWith("300 rows, INTEGER");
        assertThat(nodes.owner.resolve("state/runs")).isEmptyDirectory();
    }

    @Test
    void an_output_that_nobody_decided_about_is_deleted_when_its_time_is_over() throws Exception {
        held();
        var quarantine = new Quarantine(nodes.owner.resolve("state/quarantine"));
        var held = quarantine.find("j-1").orElseThrow();
        quarantine.expire(held.expiresAt().minusSeconds(1));
        assertThat(quarantine.find("j-1")).isPresent();
        quarantine.expire(held.expiresAt());
        assertThat(quarantine.find("j-1")).isEmpty();
        assertThat(nodes.owner.resolve("state/quarantine/j-1-1")).doesNotExist();
    }
}
