package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.databourse.node.masking.View;
import io.databourse.node.review.PasswordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeConfigTest {
    private static final String GOOD =
            """
            name=airline
            exchange.url=https://localhost:8443
            exchange.ca=ca.pem
            channel.host=localhost
            channel.port=7102
            plugins.dir=plugins
            sources.members.path=members.csv
            sources.members.release.tasks=mpc/psi
            sources.members.release.purposes=marketing
            sources.members.release.join-columns=mobile
            sources.members.release.filter-columns=tier, flights_12m
            sources.members.release.minimum-result=20
            sources.members.release.until=2027-03-31
            """;

    @TempDir Path home;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(home.resolve("ca.pem"), "");
        Files.writeString(home.resolve("members.csv"), "a\n1\n");
    }

    @Test
    void a_complete_file_is_read_with_paths_from_its_folder() throws IOException {
        var config = read(GOOD);
        assertThat(config.source("members").orElseThrow().path())
                .isEqualTo(home.resolve("members.csv"));
        assertThat(config.releases().values().iterator().next().filterColumns())
                .containsExactlyInAnyOrder("tier", "flights_12m");
        assertThat(config.resultsFolder()).isEqualTo(home.resolve("results"));
    }

    @Test
    void a_source_without_release_keys_is_not_released() throws IOException {
        var config = read(GOOD.replaceAll("(?m)^sources.members.release.*\n", ""));
        assertThat(config.sources()).hasSize(1);
        assertThat(config.releases()).isEmpty();
    }

    @Test
    void every_complaint_names_the_key() {
        assertProblem(GOOD.replace("name=airline\n", ""), "name is missing");
        assertProblem(GOOD.replace("7102", "70000"), "channel.port is 70000");
        assertProblem(GOOD.replace("https://", "http://"), "exchange.url is http://");
        assertProblem(GOOD.replace("members.csv", "gone.csv"), "sources.members.path is ");
        assertProblem(GOOD.replace("2027-03-31", "soon"), "sources.members.release.until is soon");
        assertProblem(GOOD + "console.port=7112\n", "console.port needs somebody");
        assertProblem(
                GOOD.replace("minimum-result=20", "minimum-result=few"),
                "sources.members.release.minimum-result is few");
    }

    @Test
    void roles_and_what_they_see_must_fit_together() throws IOException {
        var hash = PasswordHash.of("chen-password".toCharArray()).text();
        var chen = GOOD + "console.port=7112\nusers.chen.password-hash=" + hash + "\n";
        assertThat(read(chen).people().known("chen").view()).isEqualTo(View.Masked.BY_LOOK);
        assertProblem(chen + "users.chen.role=inquiry\n", "chen.role is inquiry, which has no");
        assertProblem(chen + "views.inquiry=ful\n", "views.inquiry cannot be used");
        Files.writeString(
                home.resolve("desk.json"), "{\"columns\":{\"id\":{\"method\":\"star\"}}}");
        assertProblem(chen + "views.desk=desk.json\n", "views.desk cannot be used");
        assertProblem(chen + "console.administrators=sun\n", "administrators names somebody");
        assertProblem(
                chen + "reviewers.chen.password-hash=" + hash + "\n", "is a reviewer already");
    }

    @Test
    void a_watermark_that_could_not_be_made_stops_the_node() throws IOException {
        var mark = "sources.members.release.watermark=mark.json\n";
        var secret = "sources.members.release.watermark-key=owner.key\n";
        var only = "sources.members.release.watermark-only=true\n";
        Files.writeString(
                home.resolve("mark.json"),
                "{\"key\":[\"id\"],\"columns\":{\"flights\":{\"unit\":1}}}");
        assertProblem(GOOD + secret, "watermark-key says nothing without");
        assertProblem(GOOD + mark, "watermark-key is missing");
        assertProblem(GOOD + mark + secret, "watermark cannot be used");
        Files.writeString(home.resolve("owner.key"), "00".repeat(32));
        assertThat(read(GOOD + mark + secret).releases().values())
                .allMatch(release -> release.watermark().isPresent());
        assertProblem(GOOD + mark + secret + only, "without autoRelease");
        Files.writeString(home.resolve("room.json"), "{\"autoRelease\":{\"rows\":9,\"bytes\":9}}");
        var room = "sources.members.release.room=room.json\n";
        assertProblem(GOOD + mark + secret + only + room, "without autoRelease");
        Files.writeString(home.resolve("mark.json"), "{\"key\":[\"id\"],\"columns\":{}}");
        assertProblem(GOOD + mark + secret, "cannot carry a watermark");
    }

    @Test
    void a_key_with_a_typing_error_is_not_passed_over() {
        assertProblem(
                GOOD.replace("release.purposes", "release.purpose"),
                "sources.members.release.purpose is not a key");
    }

    private void assertProblem(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(message);
    }

    private NodeConfig read(String text) throws IOException {
        Files.writeString(home.resolve("node.properties"), text);
        return NodeConfig.read(home);
    }
}
