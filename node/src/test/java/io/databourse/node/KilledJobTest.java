package io.databourse.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.link.FakeExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whole nodes make of a job whose processes are killed.
class KilledJobTest {
    private static final List<String> OWNERS = List.of("node-bank", "node-airline");

    @TempDir Path folder;
    private FakeExchange exchange;
    private NodeHomes homes;
    private ThreeNodes three;

    @BeforeEach
    void start() throws Exception {
        exchange = new FakeExchange(folder.resolve("fake"));
        homes = new NodeHomes(folder, Path.of("target/test-plugins").toAbsolutePath(), exchange);
        three = new ThreeNodes(exchange, homes);
    }

    @AfterEach
    void stop() throws Exception {
        homes.stopAll();
        exchange.close();
    }

    @Test
    void owners_whose_programs_are_killed_go_on_with_their_rows_and_sorted_tags() throws Exception {
        three.task = "mpc/psi-join";
        three.airlineColumns = List.of("tier");
        three.parameters = Map.of("labelBytes", "32");
        three.start("");
        three.prepare();
        // As long as the compute node has not begun, no tag can leave.
        three.start(OWNERS);
        for (var name : List.of("bank", "airline")) {
            while (!Files.exists(folder.resolve(name).resolve("work/j-1-1/checkpoint"))) {
                Thread.onSpinWait();
            }
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        assertThat(three.reports(OWNERS.size()).values())
                .allSatisfy(report -> {
                    assertThat(report.text("outcome")).isEqualTo("FAILED");
                    assertThat(report.text("blame")).isIn("RESOURCES", "COUNTERPARTY");
                });
        exchange.heard.clear();

        three.attempt = 2;
        var reports = three.run();
        assertThat(reports.values())
                .allSatisfy(report ->
                        assertThat(report.text("outcome"))
                                .as(report.toString())
                                .isEqualTo("COMPLETED"));
        var bank = Objects.requireNonNull(reports.get("node-bank"));
        assertThat(bank.number("resultRows")).isEqualTo(462);
        assertThat(bank.number("nullKeys")).isZero();
        assertThat(bank.child("meters").number("unreadableKeys")).isZero();
        assertThat(exchange.heard)
                .anyMatch(body -> body.contains("\"phase\":\"sending\""))
                .noneMatch(body -> body.contains("\"phase\":\"tagging\""));
        exchange.ask("node-bank", "DELIVER_RESULT", NodeTest.attempt("j-1", 2));
        assertThat(Files.readAllLines(folder.resolve("bank/results/j-1/result.csv"))).hasSize(463);
        for (var node : ThreeNodes.ALL) {
            exchange.ask(node, "FINISH_JOB", NodeTest.attempt("j-1", 2));
            exchange.ask(node, "FINISH_JOB", NodeTest.attempt("j-1", 1));
        }
        assertThat(folder.resolve("airline/work")).isEmptyDirectory();
    }
}
