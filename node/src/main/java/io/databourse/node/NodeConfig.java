package io.databourse.node;

import io.databourse.node.contract.ReleasePolicy;
import io.databourse.node.masking.People;
import io.databourse.node.review.Reviewers;
import io.databourse.node.source.Source;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the owner has set in `node.properties`; README.md explains each key.
///
/// @param releases the owner's own limits by source; a source without any is never released
/// @param reviewing who may let held outputs out
/// @param people who may use the console
/// @param rooms system properties for programs that start rooms, by name
/// @param consolePort where the console listens, on this machine alone
public record NodeConfig(
        Path home,
        String name,
        ExchangeAddress exchange,
        ChannelAddress channel,
        Path pluginsFolder,
        Path resultsFolder,
        Limits limits,
        List<Source> sources,
        Map<String, ReleasePolicy> releases,
        Reviewing reviewing,
        People people,
        Map<String, String> rooms,
        Optional<Integer> consolePort) {
    private static final String FILE = "node.properties";
    private static final int MAX_PORT = 65_535;
    private static final int MAX_MEGABYTES = 1 << 20;
    private static final int REVIEW_DAYS = 14;
    private static final int MOST_REVIEW_DAYS = 365;

    public NodeConfig {
        sources = List.copyOf(sources);
        releases = Map.copyOf(releases);
        rooms = Map.copyOf(rooms);
    }

    /// The exchange to belong to.
    ///
    /// @param authority PEM file of the only root that the exchange's server is trusted by
    /// @param joinToken file of the one-time token for the enrolment
    public record ExchangeAddress(URI url, Path authority, Optional<Path> joinToken) {}

    /// Where other nodes reach this one.
    ///
    /// @param bind the local address to listen at
    /// @param host the name or address that the others dial
    public record ChannelAddress(String bind, String host, int port) {
        public String endpoint() {
            return host + ":" + port;
        }
    }

    /// What jobs may take of this machine.
    ///
    /// @param childMegabytes heap of a job's process
    /// @param silence how long a job may make no progress before it is taken for hung
    /// @param connect how long to wait for another node of a job
    /// @param waiting plugins for whose next job a process waits
    public record Limits(
            int childMegabytes,
            Duration silence,
            Duration connect,
            int sourceMegabytes,
            int sourceThreads,
            Set<String> waiting) {
        public Limits {
            waiting = Set.copyOf(waiting);
        }
    }

    /// Held outputs and those who decide about them.
    ///
    /// @param time how long an output is held, decided or not
    public record Reviewing(Reviewers reviewers, Duration time) {}

    public Optional<Source> source(String sourceName) {
        return sources.stream().filter(source -> source.name().equals(sourceName)).findFirst();
    }

    public Path keysFolder() {
        return home.resolve("keys");
    }

    public Path stateFolder() {
        return home.resolve("state");
    }

    /// Messages for the exchange.
    public Path outboxFolder() {
        return stateFolder().resolve("outbox");
    }

    public Path workFolder() {
        return home.resolve("work");
    }

    /// Reads `node.properties` in the node's home folder.
    ///
    /// @throws ConfigProblem if a key is missing, wrong or unknown
    public static NodeConfig read(Path home) {
        var file = new ConfigFile(home.resolve(FILE));
        var sources = new ArrayList<Source>();
        var releases = new HashMap<String, ReleasePolicy>();
        for (var source : file.namesUnder("sources")) {
            var prefix = "sources." + source;
            var path = file.path(prefix + ".path");
            if (!Files.isReadable(path)) {
                throw file.problem(prefix + ".path", "is " + path + ", which cannot be read");
            }
            sources.add(
                    new Source(
                            source,
                            path,
                            file.find(prefix + ".description").orElse(source),
                            file.flag(prefix + ".tell-matches")));
            if (file.hasUnder(prefix + ".release")) {
                releases.put(source, ReleaseConfig.read(file, prefix + ".release"));
            }
        }
        var reviewers = PeopleConfig.reviewers(file);
        var people = PeopleConfig.read(file, reviewers);
        var config =
                new NodeConfig(
                        home,
                        file.text("name"),
                        exchange(file),
                        channel(file),
                        file.path("plugins.dir"),
                        file.path("results.dir", "results"),
                        limits(file),
                        sources,
                        releases,
                        new Reviewing(
                                reviewers,
                                Duration.ofDays(
                                        file.number(
                                                "review.days", REVIEW_DAYS, 1, MOST_REVIEW_DAYS))),
                        people,
                        rooms(file),
                        consolePort(file, people));
        file.refuseUnknownKeys();
        return config;
    }

    private static Optional<Integer> consolePort(ConfigFile file, People people) {
        var key = "console.port";
        if (file.find(key).isEmpty()) {
            return Optional.empty();
        }
        if (people.persons().isEmpty()) {
            throw file.problem(
                    key,
                    "needs somebody who may log in: reviewers.<name>.password-hash or"
                            + " users.<name>.password-hash");
        }
        return Optional.of(file.number(key, 1, MAX_PORT));
    }

    private static Map<String, String> rooms(ConfigFile file) {
        var properties = new HashMap<String, String>();
        file.find("rooms.dir")
                .ifPresent(
                        _ -> properties.put("databourse.room.state", file.path("rooms.dir") + ""));
        file.find("rooms.cgroup")
                .ifPresent(value -> properties.put("databourse.room.cgroup", value));
        var uid = file.number("rooms.uid", 0, 0, Integer.MAX_VALUE);
        if (uid > 0) {
            properties.put("databourse.room.uid", Integer.toString(uid));
        }
        return properties;
    }

    private static ExchangeAddress exchange(ConfigFile file) {
        var url = file.text("exchange.url");
        URI parsed;
        try {
            parsed = URI.create(url);
        } catch (IllegalArgumentException _) {
            throw file.problem("exchange.url", "is " + url + ", not an address");
        }
        if (!"https".equals(parsed.getScheme()) || parsed.getHost() == null) {
            throw file.problem("exchange.url", "is " + url + ", not an https address");
        }
        var authority = file.path("exchange.ca");
        if (!Files.isReadable(authority)) {
            throw file.problem("exchange.ca", "is " + authority + ", which cannot be read");
        }
        var token = file.find("join.token.file").map(_ -> file.path("join.token.file"));
        return new ExchangeAddress(parsed, authority, token);
    }

    private static ChannelAddress channel(ConfigFile file) {
        return new ChannelAddress(
                file.find("channel.bind").orElse("0.0.0.0"),
                file.text("channel.host"),
                file.number("channel.port", 1, MAX_PORT));
    }

    private static Limits limits(ConfigFile file) {
        return new Limits(
                file.number("child.heap.megabytes", 512, 32, MAX_MEGABYTES),
                Duration.ofSeconds(file.number("child.silence.seconds", 300, 1, 1 << 20)),
                Duration.ofSeconds(file.number("channel.connect.seconds", 60, 1, 1 << 20)),
                file.number("source.memory.megabytes", 512, 64, MAX_MEGABYTES),
                file.number("source.threads", 2, 1, 1 << 10),
                file.set("child.waiting"));
    }
}
