package io.databourse.node.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.KeyAlgorithm;
import io.databourse.crypto.KeyStoreFile;
import io.databourse.crypto.Pem;
import io.databourse.node.Folders;
import io.databourse.node.Json;
import io.databourse.node.child.ChildReport;
import io.databourse.node.child.JobSpec;
import io.databourse.node.child.ProcessUsage;
import io.databourse.node.contract.JobDefinition;
import io.databourse.node.job.ChildCommand;
import io.databourse.node.job.Children;
import io.databourse.node.job.CipherWarmUp;
import io.databourse.node.job.InstalledPlugins;
import io.databourse.node.job.Isolation;
import io.databourse.node.job.JobRun;
import io.databourse.node.job.JournalFile;
import io.databourse.node.job.Pairing;
import io.databourse.node.job.PeerNetwork;
import io.databourse.node.job.PluginNeeds;
import io.databourse.node.job.ResultFile;
import io.databourse.node.job.RunOutcome;
import io.databourse.node.job.RunPlan;
import io.databourse.node.keys.ChannelTls;
import io.databourse.node.keys.Revocations;
import io.databourse.node.source.Selection;
import io.databourse.node.source.Source;
import io.databourse.node.source.SourceLimits;
import io.databourse.node.source.SourceReader;
import io.databourse.node.source.SourceWarmUp;
import io.databourse.plugin.PartyContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One party of [LocalParties], in a process of its own: everything that a node does for a job,
/// without an exchange and so without a contract.
public final class LocalParty {
    private final Json settings;
    private final Path folder;
    private final List<Member> members;
    private final InstalledPlugins plugins;

    private record Member(
            String id, String role, String endpoint, String fingerprint, boolean receivesResult) {}

    private LocalParty(Path folder) throws IOException {
        this.folder = folder;
        this.settings = Json.parse(Files.readString(folder.resolve("party.json")), "party");
        this.plugins =
                new InstalledPlugins(Path.of(settings.text("plugins")), folder.resolve("unpacked"));
        this.members =
                settings.list(
                        "parties",
                        each ->
                                new Member(
                                        each.text("id"),
                                        each.text("role"),
                                        each.text("endpoint"),
                                        each.text("fingerprint"),
                                        each.flag("receivesResult")));
    }

    /// Runs the party that the folder describes and prints one line of JSON. A node is up long
    /// before a job comes, and may have had others, so the run begins when a line comes in; `ready`
    /// says that it may. Wall clock and processor time count from there.
    public static void main(String... arguments) throws Exception {
        var party = new LocalParty(Path.of(arguments[0]));
        System.out.println(Json.write(party.run()));
        System.exit(0);
    }

    private ObjectNode run() throws Exception {
        var root = Pem.certificate(Files.readString(folder.resolve("root.pem")));
        var key =
                KeyStoreFile.read(
                        folder.resolve("channel.p12"), LocalKeys.PASSWORD, KeyAlgorithm.P256);
        var revocations = new Revocations(folder.resolve("channel.crl"), root, Clock.systemUTC());
        var command =
                new ChildCommand(Isolation.probe(), settings.count("heapMegabytes"), Map.of());
        try (var network =
                        new PeerNetwork(
                                ChannelTls.forPeers(key, revocations::check),
                                "127.0.0.1",
                                settings.count("port"));
                var children = new Children(command, folder.resolve("waiting"))) {
            CipherWarmUp.run();
            SourceWarmUp.run();
            for (int i = 1; i <= settings.count("earlier"); i++) {
                var earlier = "earlier-" + i;
                var outcome = new JobRun(plan(earlier), children, network).run();
                if (outcome.kind() != RunOutcome.Kind.COMPLETED) {
                    throw new IOException(earlier + ": " + outcome.code() + " " + outcome.detail());
                }
                Folders.delete(folder.resolve(earlier));
            }
            if (settings.flag("waiting")) {
                children.prepare(plugins.classPath(plugin()), PluginNeeds.NOTHING);
            }
            var rehearsal = children.awaitReady();
            System.out.println("ready");
            if (System.in.read() < 0) {
                throw new IOException("nobody says when to begin");
            }
            var before = ProcessUsage.own().cpuMillis();
            var outcome = new JobRun(plan("local"), children, network).run();
            return summary(outcome, folder.resolve("local"), before)
                    .put("rehearsal_cpu_ms", rehearsal.toMillis());
        }
    }

    private RunPlan plan(String job) throws IOException {
        var workspace = Files.createDirectories(folder.resolve(job));
        return new RunPlan(
                () -> spec(job, workspace),
                plugins.classPath(plugin()),
                PluginNeeds.NOTHING,
                workspace,
                folder.resolve("child.log"),
                pairings(job),
                new RunPlan.Patience(
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Instant.now().plus(Duration.ofHours(2))),
                JobRun::ignore,
                (name, _) -> new JournalFile(folder, name));
    }

    private List<Pairing> pairings(String job) {
        var self = settings.text("self");
        return members.stream()
                .filter(member -> !member.id().equals(self))
                .map(member ->
                        new Pairing(
                                job, 1, self, member.id(), member.endpoint(), member.fingerprint()))
                .toList();
    }

    private JobSpec spec(String job, Path workspace) throws IOException {
        var task = settings.text("task");
        return new JobSpec(
                job + "/1",
                task.substring(task.indexOf('/') + 1),
                settings.text("self"),
                workspace,
                plugins.classPath(plugin()),
                members.stream()
                        .map(each ->
                                new PartyContext.Party(
                                        each.id(), each.role(), each.receivesResult()))
                        .toList(),
                Map.of("minimumResultSize", settings.text("minimumResultSize")),
                input(workspace).stream().toList(),
                List.of());
    }

    private JobDefinition.PluginVersion plugin() throws IOException {
        var task = settings.text("task");
        return plugins.find(task.substring(0, task.indexOf('/')))
                .orElseThrow(() -> new IOException("no plugin for " + task));
    }

    private Optional<JobSpec.Input> input(Path workspace) {
        if (!settings.has("source")) {
            return Optional.empty();
        }
        var join = settings.texts("joinColumns");
        var result = settings.texts("resultColumns");
        var file = workspace.resolve("input.chunks");
        var limits =
                new SourceLimits(settings.count("sourceMegabytes"), 2, workspace.resolve("duckdb"));
        var extract =
                new SourceReader(limits)
                        .extract(
                                new Source("input", Path.of(settings.text("source")), ""),
                                new Selection(join, result, List.of()),
                                file);
        return Optional.of(
                new JobSpec.Input(
                        PartyContext.INPUT,
                        file,
                        extract.schema(),
                        extract.rows(),
                        Map.of("join", join, "result", result)));
    }

    private ObjectNode summary(RunOutcome outcome, Path workspace, long cpuBefore)
            throws InterruptedException {
        var line = Json.object();
        line.put("party", settings.text("self"));
        line.put("outcome", outcome.kind().name());
        line.put("code", outcome.code());
        line.put("detail", outcome.detail());
        if (outcome.report().filter(report -> !report.tables().isEmpty()).isPresent()
                && outcome.kind() == RunOutcome.Kind.COMPLETED) {
            var result = ResultFile.make(outcome.report().get(), workspace);
            line.put("resultRows", result.rows());
            line.put("resultFile", result.file().toString());
        }
        var own = ProcessUsage.own();
        var used = new ArrayList<ChildReport.Usage>();
        outcome.report().ifPresent(report -> used.add(report.usage()));
        line.put("wall_ms", outcome.traffic().wallMillis());
        line.put("node_cpu_ms", own.cpuMillis() - cpuBefore);
        line.put("node_peak_rss_kb", own.peakMemoryKilobytes());
        line.put("child_cpu_ms", used.stream().mapToLong(ChildReport.Usage::cpuMillis).sum());
        line.put(
                "child_peak_rss_kb",
                used.stream().mapToLong(ChildReport.Usage::peakMemoryKilobytes).sum());
        line.put("bytes_sent", outcome.traffic().sent());
        line.put("bytes_received", outcome.traffic().received());
        outcome.report()
                .ifPresent(report -> {
                    line.set("meters", Json.tree(report.meters()));
                    line.set("learned", Json.tree(report.learned()));
                });
        return line;
    }
}
