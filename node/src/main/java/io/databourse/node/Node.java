package io.databourse.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.crypto.Pem;
import io.databourse.crypto.PrivateFile;
import io.databourse.node.console.Console;
import io.databourse.node.contract.FactFinder;
import io.databourse.node.contract.RunRecord;
import io.databourse.node.job.ChildCommand;
import io.databourse.node.job.Children;
import io.databourse.node.job.CipherWarmUp;
import io.databourse.node.job.InstalledPlugins;
import io.databourse.node.job.Isolation;
import io.databourse.node.job.JobService;
import io.databourse.node.job.PeerNetwork;
import io.databourse.node.keys.ChannelTls;
import io.databourse.node.keys.NodeKeys;
import io.databourse.node.keys.Revocations;
import io.databourse.node.link.Enrolment;
import io.databourse.node.link.ExchangeClient;
import io.databourse.node.link.ExchangeLink;
import io.databourse.node.review.ReviewService;
import io.databourse.node.source.SourceLimits;
import io.databourse.node.source.SourceProfiles;
import io.databourse.node.source.SourceReader;
import io.databourse.node.source.SourceWarmUp;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A running node: its parts put together. It serves until its thread is interrupted.
public final class Node {
    private static final Logger LOG = System.getLogger(Node.class.getName());

    /// Not at once: when a machine starts there is more urgent work.
    private static final int WARM_UP_SECONDS = 60;

    private static final int BACKLOG = 1_000;
    private static final Duration REVIEW_ROUND = Duration.ofMinutes(1);

    private final NodeConfig config;
    private final Isolation isolation = Isolation.probe();

    public Node(NodeConfig config) {
        this.config = config;
    }

    public static String version() {
        var version = Node.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// Serves until the thread is interrupted.
    ///
    /// @throws ConfigProblem if another process serves the same home, or a port is taken
    public void run() throws IOException, InterruptedException {
        PrivateFile.createDirectories(config.stateFolder());
        try (var lock =
                FileChannel.open(
                        config.stateFolder().resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new ConfigProblem("another process serves " + config.home() + " already");
            }
            LOG.log(Level.INFO, "node {0}, isolation of jobs: {1}", config.name(), isolation);
            writeStatus("ENROLLING", Optional.empty());
            var keys = NodeKeys.createOrLoad(config.keysFolder(), config.name());
            serve(keys, enrol(keys));
        }
    }

    /// The channel port is held meanwhile, so that a port which is taken is found at once.
    private Enrolment.Membership enrol(NodeKeys keys) throws IOException, InterruptedException {
        var channel = config.channel();
        try (var _ =
                new ServerSocket(channel.port(), BACKLOG, InetAddress.getByName(channel.bind()))) {
            return new Enrolment(config, keys, version()).complete();
        } catch (BindException _) {
            throw portTaken();
        }
    }

    private ConfigProblem portTaken() {
        return new ConfigProblem(
                "channel.port " + config.channel().port() + " is taken by another program");
    }

    private void serve(NodeKeys keys, Enrolment.Membership member)
            throws IOException, InterruptedException {
        var root = Pem.certificate(Files.readString(config.exchange().authority()));
        var clock = Clock.systemUTC();
        var revocations = new Revocations(config.stateFolder().resolve("channel.crl"), root, clock);
        var tls = ChannelTls.forExchange(Optional.of(keys.channelKey()), root);
        var current = new java.util.concurrent.atomic.AtomicReference<Optional<JobService>>();
        current.set(Optional.empty());
        try (var network = listen(keys, revocations);
                var link =
                        new ExchangeLink(
                                new ExchangeClient(config.exchange().url(), tls),
                                config.outboxFolder(),
                                revocations,
                                state -> writeStatus(state.name(), current.get()))) {
            var plugins =
                    new InstalledPlugins(
                            config.pluginsFolder(), config.stateFolder().resolve("plugins"));
            var reviews = new ReviewService(config, member.nodeId(), keys, clock);
            var facts =
                    new FactFinder(
                            config,
                            member.nodeId(),
                            keys,
                            new SourceReader(sourceLimits()),
                            plugins,
                            new RunRecord(config.stateFolder().resolve("runs")),
                            new SourceProfiles(config.stateFolder().resolve("profiles")),
                            reviews,
                            link::revoked,
                            clock);
            var command =
                    new ChildCommand(isolation, config.limits().childMegabytes(), config.rooms());
            var children = new Children(command, config.workFolder());
            var jobs = new JobService(config, facts, children, network, link);
            current.set(Optional.of(jobs));
            Runtime.getRuntime().addShutdownHook(new Thread(jobs::stop, "stop-children"));
            jobs.recover();
            var keeper = Thread.ofVirtual().name("reviews").start(() -> keepReviews(reviews));
            CompletableFuture.delayedExecutor(WARM_UP_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> warmUp(jobs));
            try (var _ = console(reviews, clock)) {
                link.run(() -> hello(plugins), new Instructions(config, facts, jobs));
            } finally {
                keeper.interrupt();
                jobs.stop();
            }
        }
    }

    private Closeable console(ReviewService reviews, Clock clock) throws IOException {
        if (config.consolePort().isEmpty()) {
            return () -> {};
        }
        var console = Console.open(config, config.consolePort().get(), reviews, clock);
        LOG.log(
                Level.INFO,
                "the console is at http://localhost:{0}/",
                Integer.toString(console.port()));
        return console;
    }

    /// Tells the exchange what a crash kept back, and deletes what was held too long.
    private static void keepReviews(ReviewService reviews) {
        try {
            while (true) {
                reviews.tellAll();
                Thread.sleep(REVIEW_ROUND);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "the quarantine cannot be read", e);
        }
    }

    private PeerNetwork listen(NodeKeys keys, Revocations revocations) throws IOException {
        var channel = config.channel();
        try {
            return new PeerNetwork(
                    ChannelTls.forPeers(keys.channelKey(), revocations::check),
                    channel.bind(),
                    channel.port());
        } catch (BindException _) {
            throw portTaken();
        }
    }

    private SourceLimits sourceLimits() {
        return new SourceLimits(
                config.limits().sourceMegabytes(),
                config.limits().sourceThreads(),
                config.stateFolder().resolve("duckdb"));
    }

    private ObjectNode hello(InstalledPlugins plugins) {
        var hello = Json.object().put("version", version());
        var sources = hello.putArray("sources");
        for (var source : config.sources()) {
            sources.addObject()
                    .put("name", source.name())
                    .put("kind", source.format().name())
                    .put("description", source.description());
        }
        hello.set("plugins", Json.tree(plugins.all()));
        return hello.put("isolation", isolation.toString());
    }

    /// For the `status` command, which runs in a process of its own.
    private void writeStatus(String link, Optional<JobService> jobs) {
        var json =
                Json.object()
                        .put("pid", ProcessHandle.current().pid())
                        .put("link", link)
                        .put("isolation", isolation.toString())
                        .put("writtenAt", Instant.now().toString());
        var running = json.putArray("jobs");
        jobs.ifPresent(service -> service.running().forEach(running::add));
        try {
            PrivateFile.write(
                    statusFile(config), Json.write(json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the status cannot be written: {0}", e.getMessage());
        }
    }

    /// Where a running node says how it is.
    public static Path statusFile(NodeConfig config) {
        return config.stateFolder().resolve("status.json");
    }

    /// So that the first job does not pay for what every node needs once.
    private static void warmUp(JobService jobs) {
        CipherWarmUp.run();
        SourceWarmUp.run();
        jobs.expectJobs();
    }
}
