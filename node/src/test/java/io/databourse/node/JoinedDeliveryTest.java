package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.link.FakeExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An owner's columns that a private join gives to the buyer.
class JoinedDeliveryTest {
    @TempDir Path folder;
    private FakeExchange exchange;
    private NodeHomes homes;
    private ThreeNodes nodes;

    @BeforeEach
    void start() throws Exception {
        exchange = new FakeExchange(folder.resolve("fake"));
        homes = new NodeHomes(folder, Path.of("target/test-plugins").toAbsolutePath(), exchange);
        nodes = new ThreeNodes(exchange, homes);
        nodes.airlineColumns = List.of("tier", "flights_12m");
        nodes.bankColumns = List.of("customer_id", "mobile");
    }

    @AfterEach
    void stop() throws Exception {
        homes.stopAll();
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpc/psi-join", "mpc/psi-join-distributed"})
    void joined_rows_name_their_buyer_of_fifty_and_the_source_names_nobody(String task)
            throws Exception {
        nodes.task = task;
        var leak =
                Leak.of(
                        folder,
                        """
                        {"key":["mobile"],"every":2,"columns":{"flights_12m":{"unit":1,"minimum":12}}}
                        """);
        nodes.start(leak.keys("members", false));
        var reports = nodes.run();
        assertThat(reports.values()).allMatch(each -> each.text("outcome").equals("COMPLETED"));
        exchange.ask("node-bank", "DELIVER_RESULT", NodeTest.attempt("j-1", 1));
        var delivered = folder.resolve("bank/results/j-1/result.csv");
        assertThat(Files.readAllLines(delivered))
                .hasSize(463)
                .first()
                .isEqualTo("customer_id,mobile,tier,flights_12m");
        var known = folder.resolve("airline/state/watermarks/members.txt");
        assertThat(leak.trace(leak.sample(delivered), known))
                .singleElement()
                .asString()
                .startsWith("credit-node-bank: ");
        var source = ThreeNodes.SAMPLES.resolve("airline.csv");
        assertThat(leak.trace(source, known)).containsExactly("The file names nobody.");
    }
}
