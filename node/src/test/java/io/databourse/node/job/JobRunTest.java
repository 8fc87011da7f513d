package io.databourse.node.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.bench.LocalKeys;
import io.databourse.node.child.JobSpec;
import io.databourse.node.source.Condition;
import io.databourse.node.source.Selection;
import io.databourse.node.source.Source;
import io.databourse.node.source.SourceLimits;
import io.databourse.node.source.SourceReader;
import io.databourse.plugin.Outcome.Blame;
import io.databourse.plugin.PartyContext.Party;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRunTest {
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final List<Party> PARTIES =
            List.of(
                    new Party("p1", "DATA", true),
                    new Party("p2", "DATA", false),
                    new Party("p3", "COMPUTE", false));

    @TempDir Path folder;

    @Test
    @Tag("Q02")
    @Tag("J01")
    void three_nodes_find_the_462_customers_of_the_bank_and_the_airline() throws Exception {
        var samples = Path.of("../samples/s2-bank-airline");
        var bank =
                new Input(
                        samples.resolve("bank.csv"),
                        new Selection(
                                List.of("mobile"),
                                List.of("customer_id"),
                                List.of(
                                        new Condition(
                                                "aum_cny",
                                                Condition.Operator.BETWEEN,
                                                List.of("500000", "6000000")))));
        var airline =
                new Input(
                        samples.resolve("airline.csv"),
                        new Selection(
                                List.of("mobile"),
                                List.of(),
                                List.of(
                                        new Condition(
                                                "tier",
                                                Condition.Operator.IN,
                                                List.of("GOLD", "PLATINUM")),
                                        new Condition(
                                                "flights_12m",
                                                Condition.Operator.GE,
                                                List.of("12")))));
        var outcomes = runPsi(List.of(Optional.of(bank), Optional.of(airline), Optional.empty()));
        assertThat(outcomes).extracting(RunOutcome::kind).containsOnly(RunOutcome.Kind.COMPLETED);
        var result =
                ResultFile.make(
                        outcomes.getFirst().report().orElseThrow(),
                        folder.resolve("p1").resolve("work"));
        assertThat(result.rows()).isEqualTo(462);
        var lines = Files.readAllLines(result.file());
        assertThat(lines.getFirst()).isEqualTo("customer_id");
        assertThat(lines.subList(1, lines.size()).stream().sorted().limit(5))
                .containsExactly("BK000000", "BK000026", "BK000027", "BK000033", "BK000046");
        assertThat(outcomes.get(0).traffic().sent()).isPositive();
        assertThat(outcomes.get(0).report().orElseThrow().keysDestroyed()).isTrue();
        assertThat(folder.resolve("p2/work/result.result.chunks")).doesNotExist();
    }

    @Test
    void a_process_that_ends_by_itself_is_the_plugins_fault() throws Exception {
        assertFailure(alone("exit", PATIENT), Blame.PLUGIN, "PLUGIN_FAILED");
    }

    @Test
    void an_exception_is_the_plugins_fault_and_its_text_stays_here() throws Exception {
        var outcome = alone("throw", PATIENT);
        assertFailure(outcome, Blame.PLUGIN, "PLUGIN_FAILED");
        assertThat(outcome.detail()).contains("IllegalStateException").doesNotContain("secret");
    }

    @Test
    void a_program_that_eats_all_memory_takes_down_its_own_process_only() throws Exception {
        assertFailure(alone("memory", PATIENT), Blame.RESOURCES, "RESOURCES_EXHAUSTED");
    }

    @Test
    void a_program_that_hangs_is_killed() throws Exception {
        assertFailure(alone("hang", Duration.ofSeconds(2)), Blame.PLUGIN, "PLUGIN_HUNG");
    }

    @Test
    void a_party_waits_for_another_as_long_as_that_one_works() throws Exception {
        // A silence is several times as long as a whole run takes on this machine now.
        long begin = System.nanoTime();
        assertThat(alone("exit", PATIENT).code()).isEqualTo("PLUGIN_FAILED");
        var silence = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(3).plusSeconds(1);
        var heartbeat = silence.dividedBy(4);
        var work = silence.plus(heartbeat);
        var classes = TroubleZip.install(folder, TroublePlugin.class);
        var keys = new LocalKeys();
        try (var one = new LocalNode(keys, folder.resolve("p1"), heartbeat);
                var two = new LocalNode(keys, folder.resolve("p2"), heartbeat)) {
            var nodes = List.of(one, two);
            var runs = new ArrayList<CompletableFuture<RunOutcome>>();
            for (int i = 0; i < 2; i++) {
                var spec =
                        new JobSpec(
                                "job/1",
                                "slow",
                                PARTIES.get(i).id(),
                                nodes.get(i).workspace(),
                                classes,
                                PARTIES.subList(0, 2),
                                Map.of("millis", Long.toString(work.toMillis())),
                                List.of(),
                                List.of());
                var run = nodes.get(i).run(() -> spec, pairings(nodes, i), silence);
                runs.add(
                        CompletableFuture.supplyAsync(
                                run::run, task -> Thread.ofPlatform().start(task)));
            }
            assertThat(runs)
                    .extracting(CompletableFuture::join)
                    .extracting(RunOutcome::kind)
                    .containsOnly(RunOutcome.Kind.COMPLETED);
        }
    }

    @Test
    void a_program_has_no_variables_sees_nothing_of_the_node_and_where_possible_no_network()
            throws Exception {
        var outcome = alone("look", PATIENT);
        assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.COMPLETED);
        var seen = outcome.report().orElseThrow().meters();
        assertThat(seen.get("node")).isZero();
        // The search path, which the command that shuts the process in needs.
        assertThat(seen.get("variables")).isLessThanOrEqualTo(1);
        if (Isolation.probe() != Isolation.NONE) {
            assertThat(seen.get("network")).isZero();
        }
    }

    @Test
    void a_peer_that_dies_in_the_middle_is_the_counterpartys_fault_for_the_others()
            throws Exception {
        var samples = Path.of("../samples/s2-bank-airline");
        var bank =
                new Input(
                        samples.resolve("bank.csv"),
                        new Selection(List.of("mobile"), List.of("customer_id"), List.of()));
        var broken =
                new Input(
                        samples.resolve("airline.csv"),
                        new Selection(List.of("no_such_column"), List.of(), List.of()));
        var outcomes = runPsi(List.of(Optional.of(bank), Optional.of(broken), Optional.empty()));
        assertFailure(outcomes.get(1), Blame.CALLER, "COLUMN_UNKNOWN");
        assertThat(outcomes.get(0).blame()).contains(Blame.COUNTERPARTY);
        assertThat(outcomes.get(2).blame()).contains(Blame.COUNTERPARTY);
    }

    private record Input(Path file, Selection selection) {}

    private List<RunOutcome> runPsi(List<Optional<Input>> inputs) throws Exception {
        var keys = new LocalKeys();
        var nodes = new ArrayList<LocalNode>();
        try {
            for (var party : PARTIES) {
                nodes.add(new LocalNode(keys, folder.resolve(party.id())));
            }
            var runs = new ArrayList<CompletableFuture<RunOutcome>>();
            for (int i = 0; i < nodes.size(); i++) {
                var self = i;
                var run =
                        nodes.get(i)
                                .run(
                                        () -> psi(self, nodes.get(self), inputs.get(self)),
                                        pairings(nodes, i),
                                        PATIENT);
                runs.add(
                        CompletableFuture.supplyAsync(
                                run::run, task -> Thread.ofPlatform().start(task)));
            }
            return runs.stream().map(CompletableFuture::join).toList();
        } finally {
            for (var node : nodes) {
                node.close();
            }
        }
    }

    private static List<Pairing> pairings(List<LocalNode> nodes, int self) {
        var pairings = new ArrayList<Pairing>();
        for (int i = 0; i < nodes.size(); i++) {
            if (i != self) {
                pairings.add(
                        new Pairing(
                                "job",
                                1,
                                PARTIES.get(self).id(),
                                PARTIES.get(i).id(),
                                nodes.get(i).endpoint(),
                                nodes.get(i).fingerprint));
            }
        }
        return pairings;
    }

    private JobSpec psi(int self, LocalNode node, Optional<Input> input) throws IOException {
        var plugins = new InstalledPlugins(Path.of("target/test-plugins"), folder.resolve("zips"));
        var inputs = new ArrayList<JobSpec.Input>();
        if (input.isPresent()) {
            var selection = input.get().selection();
            var file = node.workspace().resolve("input.chunks");
            var limits = new SourceLimits(128, 1, node.folder.resolve("duckdb"));
            var extract =
                    new SourceReader(limits)
                            .extract(new Source("s", input.get().file(), ""), selection, file);
            inputs.add(
                    new JobSpec.Input(
                            "input",
                            file,
                            extract.schema(),
                            extract.rows(),
                            Map.of(
                                    "join",
                                    selection.joinColumns(),
                                    "result",
                                    selection.resultColumns())));
        }
        return new JobSpec(
                "job/1",
                "psi",
                PARTIES.get(self).id(),
                node.workspace(),
                plugins.classPath(plugins.find("mpc").orElseThrow()),
                PARTIES,
                Map.of("minimumResultSize", "20"),
                inputs,
                List.of());
    }

    private RunOutcome alone(String task, Duration silence) throws Exception {
        var classes = TroubleZip.install(folder, TroublePlugin.class);
        try (var node = new LocalNode(new LocalKeys(), folder.resolve("alone"));
                var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var spec =
                    new JobSpec(
                            "job/1",
                            task,
                            "p1",
                            node.workspace(),
                            classes,
                            List.of(PARTIES.getFirst()),
                            Map.of("port", Integer.toString(listener.getLocalPort())),
                            List.of(),
                            List.of());
            return node.run(() -> spec, List.of(), silence).run();
        }
    }

    private static void assertFailure(RunOutcome outcome, Blame blame, String code) {
        assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.FAILED);
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.blame()).contains(blame);
    }
}
