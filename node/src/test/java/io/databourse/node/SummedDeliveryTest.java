package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.link.FakeExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sums over a set intersection between nodes: one row, which is about many.
class SummedDeliveryTest {
    @TempDir Path folder;
    private FakeExchange exchange;
    private NodeHomes homes;

    @BeforeEach
    void start() throws Exception {
        exchange = new FakeExchange(folder.resolve("fake"));
        homes = new NodeHomes(folder, Path.of("target/test-plugins").toAbsolutePath(), exchange);
    }

    @AfterEach
    void stop() throws Exception {
        homes.stopAll();
        exchange.close();
    }

    @Test
    void one_row_about_462_people_is_not_below_a_minimum_of_twenty() throws Exception {
        var nodes = new ThreeNodes(exchange, homes);
        nodes.task = "mpc/psi-sum";
        nodes.parameters = Map.of("decimals", "0");
        nodes.airlineColumns = List.of("flights_12m");
        nodes.bankColumns = List.of();
        nodes.start("");
        var reports = nodes.run();
        assertThat(reports.values()).allMatch(each -> each.text("outcome").equals("COMPLETED"));
        exchange.ask("node-bank", "DELIVER_RESULT", NodeTest.attempt("j-1", 1));
        assertThat(Files.readAllLines(folder.resolve("bank/results/j-1/result.csv")))
                .containsExactly("count,sum_flights_12m", "462,12085");
    }
}
