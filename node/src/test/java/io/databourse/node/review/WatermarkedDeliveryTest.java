package io.databourse.node.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.crypto.Digest;
import io.databourse.node.Json;
import io.databourse.node.Leak;
import io.databourse.node.link.FakeExchange;
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

/// Rows that leave an owner's node say who got them.
class WatermarkedDeliveryTest {
    private static final Map<String, String> ROWS = Map.of("rows", "true");

    @TempDir Path folder;
    private Leak leak;

    @SuppressWarnings("NullAway.Init") // each test opens them as it needs them
    private TwoNodes nodes;

    @BeforeEach
    void start() throws Exception {
        leak =
                Leak.of(
                        folder,
                        """
                        {"key":["station_id"],"every":2,"columns":{"litres":{"unit":1,"minimum":0}}}
                        """);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    private void open(boolean only) throws Exception {
        nodes = new TwoNodes(folder, "{\"reviewers\":1}", leak.keys("sales", only));
        nodes.columns = "station_id,province,litres";
    }

    @Test
    @Tag("K06")
    void each_file_that_leaves_names_its_buyer_of_fifty_and_others_stay_where_nothing_else_may()
            throws Exception {
        open(true);
        var report = Objects.requireNonNull(nodes.run(1, Map.of()).get("p1"));
        assertThat(report.text("code")).isEqualTo("RESULT_NOT_TRACEABLE");
        assertThat(report.has("held")).isFalse();
        var delivered = deliver(hold(2), 3);
        try (var files = Files.list(delivered)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("rows.csv", "bundle.json", "receipt.json");
        }
        var known = nodes.owner.resolve("state/watermarks/sales.txt");
        assertThat(leak.trace(leak.sample(delivered.resolve("rows.csv")), known))
                .singleElement()
                .asString()
                .startsWith("credit-node-buyer: ");
        assertThat(leak.trace(nodes.source, known)).containsExactly("The file names nobody.");
    }

    @Test
    void marks_change_only_what_the_owner_named_and_the_hashes_are_of_the_marked_files()
            throws Exception {
        open(false);
        var held = hold(1);
        assertThat(nodes.review("", "show", "j-1"))
                .contains("of 300 rows carry the watermark of credit-node-buyer")
                .contains("answer.txt carries no watermark: it is no table");
        var delivered = deliver(held, 2);
        assertThat(delivered.resolve("answer.txt")).exists();
        var bundle = Files.readString(delivered.resolve("bundle.json"));
        assertThat(Digest.sha256(bundle).hex()).isEqualTo(held.text("sha256"));
        assertThat(bundle).contains(Digest.sha256(delivered.resolve("rows.csv")).hex());
        var before = Files.readAllLines(nodes.source);
        var after = Files.readAllLines(delivered.resolve("rows.csv"));
        assertThat(after).hasSameSizeAs(before).isNotEqualTo(before);
        for (int row = 1; row < before.size(); row++) {
            var old = before.get(row).split(",", -1);
            var marked = after.get(row).split(",", -1);
            assertThat(List.of(marked).subList(0, 2)).isEqualTo(List.of(old).subList(0, 2));
            assertThat(Math.abs(Integer.parseInt(marked[2]) - Integer.parseInt(old[2])))
                    .isLessThanOrEqualTo(1);
        }
    }

    private Json hold(int attempt) throws Exception {
        var report = Objects.requireNonNull(nodes.run(attempt, ROWS).get("p1"));
        assertThat(report.text("review")).isEqualTo("PENDING");
        return report.child("held");
    }

    /// The folder of the buyer's result.
    private Path deliver(Json held, int attempt) throws Exception {
        nodes.review("wang-password", "release", "j-1", "--reviewer", "wang");
        FakeExchange.next(nodes.exchange.reviews);
        var reports = nodes.run(attempt, Map.of("release", held.text("sha256")));
        assertThat(Objects.requireNonNull(reports.get("p2")).text("resultHash"))
                .isEqualTo("sha256:" + held.text("sha256"));
        nodes.exchange.ask("node-buyer", "DELIVER_RESULT", TwoNodes.attempt(attempt));
        return nodes.buyer.resolve("results/j-1");
    }
}
