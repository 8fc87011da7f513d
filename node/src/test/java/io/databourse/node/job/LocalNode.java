package io.databourse.node.job;

import io.databourse.crypto.Fingerprint;
import io.databourse.crypto.StoredKey;
import io.databourse.node.bench.LocalKeys;
import io.databourse.node.child.JobSpec;
import io.databourse.node.keys.ChannelTls;
import io.databourse.node.keys.Revocations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// A node's job side in a test: its own keys and port, its own folder, and no exchange.
final class LocalNode implements AutoCloseable {
    final Path folder;
    final PeerNetwork network;
    final Children children;
    final String fingerprint;

    LocalNode(LocalKeys authority, Path folder) throws Exception {
        this(authority, folder, PeerLink.HEARTBEAT);
    }

    LocalNode(LocalKeys authority, Path folder, Duration heartbeat) throws Exception {
        this(authority, authority.issue(folder.getFileName().toString()), folder, heartbeat);
    }

    LocalNode(LocalKeys authority, StoredKey key, Path folder) throws Exception {
        this(authority, key, folder, PeerLink.HEARTBEAT);
    }

    private LocalNode(LocalKeys authority, StoredKey key, Path folder, Duration heartbeat)
            throws Exception {
        this.folder = Files.createDirectories(folder);
        var crl = folder.resolve("channel.crl");
        Files.write(crl, authority.revocations().getEncoded());
        var revocations = new Revocations(crl, authority.root(), Clock.systemUTC());
        fingerprint = Fingerprint.of(key.certificate());
        children =
                new Children(
                        new ChildCommand(Isolation.probe(), 64, Map.of()),
                        folder.resolve("waiting"));
        network =
                new PeerNetwork(
                        ChannelTls.forPeers(key, revocations::check), "127.0.0.1", 0, heartbeat);
    }

    String endpoint() {
        return "127.0.0.1:" + network.port();
    }

    Path workspace() throws IOException {
        return Files.createDirectories(folder.resolve("work"));
    }

    JobRun run(Callable<JobSpec> spec, List<Pairing> pairings, Duration silence)
            throws IOException {
        return run(spec, List.of(), pairings, silence);
    }

    /// @param pluginPath of which a process may be waiting
    JobRun run(
            Callable<JobSpec> spec, List<Path> pluginPath, List<Pairing> pairings, Duration silence)
            throws IOException {
        var patience =
                new RunPlan.Patience(
                        Duration.ofSeconds(60), silence, Instant.now().plus(Duration.ofMinutes(5)));
        var plan =
                new RunPlan(
                        spec,
                        pluginPath,
                        PluginNeeds.NOTHING,
                        workspace(),
                        folder.resolve("child.log"),
                        pairings,
                        patience,
                        JobRun::ignore,
                        (name, _) -> new JournalFile(folder, name));
        return new JobRun(plan, children, network);
    }

    @Override
    public void close() throws IOException {
        children.close();
        network.close();
    }
}
