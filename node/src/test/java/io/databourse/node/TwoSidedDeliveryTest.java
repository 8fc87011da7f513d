package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.link.FakeExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An intersection of which both owners receive their own rows.
class TwoSidedDeliveryTest {
    @TempDir Path folder;
    private FakeExchange exchange;
    private NodeHomes homes;
    private ThreeNodes nodes;

    @BeforeEach
    void start() throws Exception {
        exchange = new FakeExchange(folder.resolve("fake"));
        homes = new NodeHomes(folder, Path.of("target/test-plugins").toAbsolutePath(), exchange);
        nodes = new ThreeNodes(exchange, homes);
        nodes.both = true;
        nodes.airlineColumns = List.of("member_id", "tier");
    }

    @AfterEach
    void stop() throws Exception {
        homes.stopAll();
        exchange.close();
    }

    @Test
    void each_side_gets_its_own_columns_of_the_462_when_the_exchange_lets_them_out()
            throws Exception {
        nodes.task = "mpc/psi-distributed";
        nodes.start("");
        var reports = nodes.run();
        assertThat(reports.values()).allMatch(each -> each.text("outcome").equals("COMPLETED"));
        assertThat(result("bank")).doesNotExist();
        assertThat(result("airline")).doesNotExist();

        for (var node : List.of("node-airline", "node-bank")) {
            var report = Objects.requireNonNull(reports.get(node));
            var delivered = exchange.ask(node, "DELIVER_RESULT", NodeTest.attempt("j-1", 1));
            assertThat(report.text("resultHash"))
                    .endsWith(delivered.child("result").text("sha256"));
        }
        assertThat(Files.readAllLines(result("bank"))).hasSize(463).startsWith("customer_id");
        assertThat(Files.readAllLines(result("airline")))
                .hasSize(463)
                .startsWith("member_id,tier")
                .noneMatch(row -> row.contains("BK0"));
    }

    private Path result(String home) {
        return folder.resolve(home).resolve("results/j-1/result.csv");
    }
}
