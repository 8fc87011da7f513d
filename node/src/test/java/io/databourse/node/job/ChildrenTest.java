package io.databourse.node.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.databourse.node.bench.LocalKeys;
import io.databourse.node.child.JobSpec;
import io.databourse.plugin.PartyContext.Party;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    private static final List<Party> ALONE = List.of(new Party("p1", "DATA", true));

    @TempDir Path folder;
    private LocalNode node;

    @BeforeEach
    void startNode() throws Exception {
        node = new LocalNode(new LocalKeys(), folder.resolve("node"));
    }

    @AfterEach
    void stopNode() throws IOException {
        node.close();
    }

    @Test
    void a_process_that_waited_has_rehearsed_and_has_one_job() throws Exception {
        var plugin = TroubleZip.install(folder, TroublePlugin.class);
        node.children.prepare(plugin, PluginNeeds.NOTHING);
        node.children.awaitReady();
        assertThat(look(plugin)).containsEntry("rehearsals", 1L);
        assertThat(look(plugin)).containsEntry("rehearsals", 0L);
    }

    @Test
    void a_process_that_waited_is_shut_in_like_any_other() throws Exception {
        var plugin = TroubleZip.install(folder, TroublePlugin.class);
        node.children.prepare(plugin, PluginNeeds.NOTHING);
        node.children.awaitReady();
        var seen = look(plugin);
        assertThat(seen).containsEntry("rehearsals", 1L).containsEntry("node", 0L);
        assertThat(seen.get("variables")).isLessThanOrEqualTo(1);
        if (Isolation.probe() != Isolation.NONE) {
            assertThat(seen).containsEntry("network", 0L);
        }
    }

    @Test
    void one_process_waits_however_often_it_is_asked_for_and_none_outlives_its_node()
            throws Exception {
        var plugin = TroubleZip.install(folder, TroublePlugin.class);
        node.children.prepare(plugin, PluginNeeds.NOTHING);
        node.children.prepare(plugin, PluginNeeds.NOTHING);
        assertThat(waitingFolders()).hasSize(1);
        node.children.close();
        assertThat(waitingFolders()).isEmpty();
    }

    @Test
    void a_job_does_not_wait_for_a_rehearsal() throws Exception {
        var plugin = TroubleZip.install(folder, TroublePlugin.Endless.class);
        node.children.prepare(plugin, PluginNeeds.NOTHING);
        assertThat(look(plugin)).containsEntry("rehearsals", 0L);
        assertThat(waitingFolders()).isEmpty();
    }

    @Test
    void a_rehearsal_that_fails_does_no_harm_to_the_job() throws Exception {
        var plugin = TroubleZip.install(folder, TroublePlugin.Panicking.class);
        node.children.prepare(plugin, PluginNeeds.NOTHING);
        node.children.awaitReady();
        assertThat(look(plugin)).containsEntry("rehearsals", 0L);
        assertThat(Files.readString(node.folder.resolve("child.log"))).contains("stage fright");
    }

    private List<Path> waitingFolders() throws IOException {
        try (var all = Files.list(node.folder.resolve("waiting"))) {
            return all.toList();
        }
    }

    /// What the program of a job sees.
    private Map<String, Long> look(List<Path> plugin) throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var spec =
                    new JobSpec(
                            "job/1",
                            "look",
                            "p1",
                            node.workspace(),
                            plugin,
                            ALONE,
                            Map.of("port", Integer.toString(listener.getLocalPort())),
                            List.of(),
                            List.of());
            var outcome = node.run(() -> spec, plugin, List.of(), Duration.ofMinutes(2)).run();
            assertThat(outcome.kind()).isEqualTo(RunOutcome.Kind.COMPLETED);
            return outcome.report().orElseThrow().meters();
        }
    }
}
