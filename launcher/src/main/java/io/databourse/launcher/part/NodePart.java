package io.databourse.launcher.part;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A party's node on this machine, for the demo: the airline's, the bank's, the exchange's own.
final class NodePart implements Part {

    private final Settings settings;
    private final DemoNode node;
    private final Program program;

    NodePart(Settings settings, DemoNode node) {
        this.settings = settings;
        this.node = node;
        this.program = new Program("node-" + node.folder(), settings.home());
    }

    @Override
    public String name() {
        return "node-" + node.folder();
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public String address() {
        return "localhost:" + settings.ports().of(node.port());
    }

    @Override
    public List<PortName> ports() {
        return node.console()
                .map(console -> List.of(node.port(), console))
                .orElse(List.of(node.port()));
    }

    /// Before it has its join token a node has nothing to say to the exchange.
    boolean invited() {
        return Files.exists(node.tokenFile(settings)) || Files.isDirectory(node.keys(settings));
    }

    @Override
    public void prepare() {
        node.writeConfiguration(settings);
    }

    @Override
    public String build() {
        return new NodeProgram(settings).build();
    }

    @Override
    public void start() {
        Path home = settings.home().node(node.folder());
        program.start(
                List.of(
                        Java.BINARY,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        copiedProgram().toString(),
                        home.toString()),
                Map.of(),
                home,
                build());
        program.await(this::healthy, Duration.ofMinutes(4));
    }

    /// One at a time, as the nodes share the copy.
    private Path copiedProgram() {
        synchronized (NodePart.class) {
            return new NodeProgram(settings).copied(othersRun());
        }
    }

    private boolean othersRun() {
        return Arrays.stream(DemoNode.values())
                .anyMatch(other -> new NodePart(settings, other).program().running());
    }

    @Override
    public boolean healthy() {
        return Probe.accepts(settings.ports().of(node.port()));
    }
}
