package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/// The three nodes that the demo runs on this machine, and what each one holds.
///
/// The owner's release policy stands in the node's own configuration: the airline lets its members
/// be matched and filtered for marketing and nothing else, whatever the exchange asks for.
public enum DemoNode {
    AIRLINE(
            PortName.AIRLINE_NODE,
            """
            sources.members.path=@samples@/airline.csv
            sources.members.description=Frequent flyer members: tier and flights of twelve months
            sources.members.release.tasks=mpc/psi
            sources.members.release.purposes=marketing
            sources.members.release.join-columns=mobile
            sources.members.release.filter-columns=tier,flights_12m
            sources.members.release.minimum-result=20
            sources.members.release.until=@until@
            """),
    BANK(
            PortName.BANK_NODE,
            """
            sources.customers.path=@samples@/bank.csv
            sources.customers.description=Customers with assets under management and segment
            """),
    EXCHANGE(PortName.EXCHANGE_NODE, "");

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
                        sources.replace(
                                        "@samples@",
                                        settings.root()
                                                .resolve("samples/s2-bank-airline")
                                                .toString())
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
