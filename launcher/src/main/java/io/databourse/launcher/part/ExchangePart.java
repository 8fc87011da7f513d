package io.databourse.launcher.part;

import io.databourse.crypto.ExchangeKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// WildFly with the exchange's EAR.
final class ExchangePart implements Part {

    private static final String NAME = "exchange";

    private final Settings settings;
    private final Program program;
    private final Supplier<Database> database;
    private final Path ear;

    ExchangePart(Settings settings, Supplier<Database> database) {
        this.settings = settings;
        this.program = new Program(NAME, settings.home());
        this.database = database;
        this.ear = settings.root().resolve("marketplace-ear/ear/target/marketplace.ear");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public String address() {
        return settings.exchangeAddress();
    }

    @Override
    public List<PortName> ports() {
        return List.of(PortName.HTTP, PortName.HTTPS, PortName.MANAGEMENT);
    }

    @Override
    public void prepare() {
        var _ = new WildFly(settings).installation();
    }

    @Override
    public String build() {
        return Build.of(ear);
    }

    @Override
    public void start() {
        Path home = new WildFly(settings).installation();
        try {
            WildFly.refreshBase(home, base());
            copyPlugins();
            copyEar();
        } catch (IOException e) {
            throw new Fault("cannot prepare the exchange", e);
        }
        List<String> options = new ArrayList<>(properties());
        options.addAll(settings.exchangeOptions());
        program.start(WildFly.command(home, base(), options), environment(), base(), build());
        program.await(this::deployed, Duration.ofMinutes(8));
    }

    @Override
    public boolean healthy() {
        return Probe.answers(settings.exchangeAddress() + "/api/v1/openapi.json");
    }

    /// Ready means that the EAR answers; a deployment that failed is told at once.
    private boolean deployed() {
        if (Files.exists(base().resolve("deployments/marketplace.ear.failed"))) {
            throw new Fault("the exchange's EAR could not be deployed", program.log());
        }
        return healthy();
    }

    private List<String> properties() {
        Home home = settings.home();
        return List.of(
                "-Djboss.http.port=" + settings.ports().of(PortName.HTTP),
                "-Djboss.https.port=" + settings.ports().of(PortName.HTTPS),
                "-Djboss.management.http.port=" + settings.ports().of(PortName.MANAGEMENT),
                "-Djboss.node.name=bourse",
                "-Dbourse.exchange.dir=" + home.exchange(),
                "-Dbourse.plugins.dir=" + home.plugins(),
                "-Dbourse.oidc.url=" + settings.realmAddress(),
                "-Dbourse.public.url=" + settings.exchangeAddress());
    }

    private Map<String, String> environment() {
        Database target = database.get();
        Map<String, String> environment = new HashMap<>();
        environment.put("BOURSE_DB_URL", target.sessionUrl());
        environment.put("BOURSE_DB_USER", target.user());
        environment.put("BOURSE_DB_PASSWORD", target.password());
        try {
            environment.put("BOURSE_TLS_PASSWORD", new String(keys().storePassword()));
        } catch (IOException e) {
            throw new Fault("cannot read the exchange's keys", e);
        }
        return environment;
    }

    private ExchangeKeys keys() throws IOException {
        return ExchangeKeys.createOrLoad(
                settings.home().exchange(), List.of("localhost", "127.0.0.1"));
    }

    /// Ours, in the place of those of an earlier build. Zips that somebody else put there stay.
    private void copyPlugins() throws IOException {
        Path plugins = settings.root().resolve("plugins");
        List<Path> built;
        try (Stream<Path> zips =
                Files.find(
                        plugins,
                        3,
                        (path, _) -> path.toString().matches(".*/target/[^/]*\\.zip"))) {
            built = zips.toList();
        }
        try (Stream<Path> old = Files.list(settings.home().plugins())) {
            for (Path file : old.toList()) {
                if (!file.toString().endsWith(".zip")
                        || built.stream().anyMatch(zip -> samePlugin(zip, file))) {
                    Servers.delete(file);
                }
            }
        }
        for (Path zip : built) {
            Files.copy(zip, settings.home().plugins().resolve(zip.getFileName()));
        }
    }

    /// Whether both are of one plugin, whatever their versions: `mpc-0.1.0.zip`.
    private static boolean samePlugin(Path one, Path other) {
        return withoutVersion(one).equals(withoutVersion(other));
    }

    private static String withoutVersion(Path zip) {
        return zip.getFileName().toString().replaceFirst("-\\d.*", "");
    }

    private void copyEar() throws IOException {
        Path deployments = base().resolve("deployments");
        for (String state : List.of("failed", "deployed", "undeployed", "isdeploying", "pending")) {
            Files.deleteIfExists(deployments.resolve("marketplace.ear." + state));
        }
        if (!Files.exists(ear)) {
            throw new Fault("the exchange was not built: " + ear + " is missing");
        }
        Files.copy(
                ear, deployments.resolve("marketplace.ear"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path base() {
        return settings.home().wildfly();
    }
}
