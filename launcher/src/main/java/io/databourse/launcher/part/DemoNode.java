package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The nodes that the demos run on this machine, and what each one holds.
///
/// The owner's release policy stands in the node's own configuration: the airline lets its members
/// be matched and filtered for marketing and nothing else, whatever the exchange asks for. It has
/// the same file once more under other limits, for tasks that make more of a match.
public enum DemoNode {
    AIRLINE(
            PortName.AIRLINE_NODE,
            """
            sources.members.path=@samples@/airline.csv
            sources.members.description=Frequent flyer members: tier and flights of twelve months
            sources.members.release.tasks=mpc/psi,mpc/psi-distributed
            sources.members.release.purposes=marketing
            sources.members.release.join-columns=mobile
            sources.members.release.filter-columns=tier,flights_12m
            sources.members.release.minimum-result=20
            sources.members.release.until=@until@
            sources.trips.path=@samples@/airline.csv
            sources.trips.description=The same members, for counts, sums and joins of flights
            sources.trips.release.tasks=mpc/psi,mpc/psi-distributed,\
            mpc/psi-cardinality,mpc/psi-cardinality-distributed,\
            mpc/psi-ecdh,mpc/psi-join,mpc/psi-join-distributed,mpc/psi-sum,mpc/psi-sum-distributed,\
            mpc/psi-verified
            sources.trips.release.purposes=marketing
            sources.trips.release.join-columns=mobile
            sources.trips.release.filter-columns=tier,flights_12m
            sources.trips.release.result-columns=tier,flights_12m
            sources.trips.release.minimum-result=20
            sources.trips.release.until=@until@
            """),
    BANK(
            PortName.BANK_NODE,
            """
            sources.customers.path=@samples@/bank.csv
            sources.customers.description=Customers with assets under management and segment
            sources.mutual.path=@samples@/bank.csv
            sources.mutual.description=The same customers, where sellers may be told of matches
            sources.mutual.tell-matches=true
            views.analyst=full
            views.desk=@samples@/desk.json
            reviewers.zhao.role=analyst
            users.chen.role=desk
            console.administrators=zhao
            """),
    EXCHANGE(PortName.EXCHANGE_NODE, ""),
    /// Lets questions and scripts work beside its data, and has reviewers for what they put out.
    OIL(
            PortName.OIL_NODE,
            """
            sources.stations.path=@oil@/oil.csv
            sources.stations.description=Petrol stations by day: sales, price, weather, traffic
            sources.stations.release.tasks=sandbox/query,sandbox/script
            sources.stations.release.purposes=research
            sources.stations.release.filter-columns=promotion,holiday,area,week
            sources.stations.release.result-columns=station_id,province,area,week,day,holiday,\
            weather,promotion,price_move,price_fen,temperature,traffic,litres,litres_private,\
            litres_taxi,litres_freight
            sources.stations.release.minimum-result=1
            sources.stations.release.until=@until@
            sources.stations.release.room=@oil@/room.json
            """);

    private final PortName port;
    private final String sources;

    DemoNode(PortName port, String sources) {
        this.port = port;
        this.sources = sources;
    }

    /// Folder below `nodes`, and name at the exchange.
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    PortName port() {
        return port;
    }

    Path tokenFile(Settings settings) {
        return settings.home().node(folder()).resolve("join.token");
    }

    Path keys(Settings settings) {
        return settings.home().node(folder()).resolve("keys");
    }

    /// Gives the node the token with which it may ask to be enrolled.
    void invite(Settings settings, String joinToken) {
        try {
            Files.createDirectories(settings.home().node(folder()));
            Secrets.write(tokenFile(settings), joinToken + "\n");
        } catch (IOException e) {
            throw new Fault("cannot write the join token of " + folder(), e);
        }
    }

    /// Who may use the node's console, and at the oil company decides what leaves a room. A demo
    /// reviewer's password is `reviewer-<name>`.
    public List<String> reviewers() {
        return switch (this) {
            case OIL -> List.of("li", "wang");
            case BANK -> List.of("zhao");
            case AIRLINE, EXCHANGE -> List.of();
        };
    }

    /// Who may use its console and decides nothing; the bank's sees values masked. The password is
    /// made as a reviewer's.
    private List<String> users() {
        return this == BANK ? List.of("chen") : List.of();
    }

    /// Where its console listens.
    public Optional<PortName> console() {
        return switch (this) {
            case OIL -> Optional.of(PortName.OIL_CONSOLE);
            case BANK -> Optional.of(PortName.BANK_CONSOLE);
            case AIRLINE, EXCHANGE -> Optional.empty();
        };
    }

    /// Lines with the hashes of people's passwords, made once by the node's own command.
    ///
    /// @param kind what the configuration calls them: `reviewers` or `users`
    private String people(Settings settings, String kind, List<String> names) {
        Path known = settings.home().node(folder()).resolve(kind + ".lines");
        try {
            if (!names.isEmpty() && !Files.exists(known)) {
                Files.createDirectories(settings.home().node(folder()));
                NodeCommand command = new NodeCommand(settings);
                StringBuilder lines = new StringBuilder();
                for (String name : names) {
                    lines.append(
                            "%s.%s.password-hash=%s%n"
                                    .formatted(kind, name, command.hash("reviewer-" + name)));
                }
                Secrets.write(known, lines.toString());
            }
            return Files.exists(known) ? Files.readString(known) : "";
        } catch (IOException e) {
            throw new Fault("cannot keep the %s of %s".formatted(kind, folder()), e);
        }
    }

    void writeConfiguration(Settings settings) {
        Path home = settings.home().node(folder());
        List<String> lines =
                List.of(
                        "# Written by ./bourse at every start.",
                        "name=" + folder(),
                        "exchange.url=https://localhost:" + settings.ports().of(PortName.HTTPS),
                        "exchange.ca=" + settings.home().exchange().resolve("channel-ca.pem"),
                        "channel.host=localhost",
                        "channel.port=" + settings.ports().of(port),
                        "join.token.file=" + tokenFile(settings),
                        "plugins.dir=" + settings.home().plugins(),
                        people(settings, "reviewers", reviewers()),
                        people(settings, "users", users()),
                        console()
                                .map(name -> "console.port=" + settings.ports().of(name))
                                .orElse(""),
                        sources.replace(
                                        "@samples@",
                                        settings.root()
                                                .resolve("samples/s2-bank-airline")
                                                .toString())
                                .replace(
                                        "@oil@",
                                        settings.root().resolve("samples/s11-oil").toString())
                                .replace(
                                        "@until@",
                                        LocalDate.now(ZoneId.systemDefault())
                                                .plusYears(1)
                                                .toString()));
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("node.properties"), String.join("\n", lines));
        } catch (IOException e) {
            throw new Fault("cannot write the configuration of node " + folder(), e);
        }
    }
}
