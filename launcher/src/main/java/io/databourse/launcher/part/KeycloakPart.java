package io.databourse.launcher.part;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The real Keycloak with the realm of the exchange, on a file database in the state folder.
final class KeycloakPart implements Part {

    private static final String NAME = "keycloak";
    private static final String ADMIN = "admin";

    private final Settings settings;
    private final Program program;
    private final Secrets secrets;

    KeycloakPart(Settings settings) {
        this.settings = settings;
        this.program = new Program(NAME, settings.home());
        this.secrets = new Secrets(settings.home());
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
        return base();
    }

    @Override
    public List<PortName> ports() {
        return List.of(PortName.KEYCLOAK);
    }

    @Override
    public void prepare() {
        installation();
    }

    @Override
    public void start() {
        List<String> arguments =
                List.of(
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port(),
                        "--hostname=" + base(),
                        "--db-url=jdbc:h2:file:"
                                + settings.home().keycloak().resolve("data")
                                + ";NON_KEYWORDS=VALUE");
        program.start(
                command(installation(), arguments),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.get(NAME)),
                settings.home().keycloak(),
                build());
        program.await(() -> Probe.answers(base() + "/realms/master"), Duration.ofMinutes(8));
        new Realm(settings, ADMIN, secrets.get(NAME)).bringUpToDate();
    }

    @Override
    public boolean healthy() {
        return Probe.answers(settings.realmAddress());
    }

    /// Unpacks it and builds it for our options once, which makes every start quick.
    private Path installation() {
        return new Servers(settings)
                .unzipped(
                        "keycloak-quarkus-dist",
                        home ->
                                Java.run(
                                        "keycloak build",
                                        command(
                                                home,
                                                List.of("build", "--db=dev-file", "--cache=local")),
                                        Map.of(),
                                        home,
                                        settings.home().log("keycloak-build")));
    }

    /// What `kc.sh` runs; without the shell around it the process that we know is Keycloak itself.
    private static List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        Java.BINARY,
                        "-Xms64m",
                        "-Xmx512m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        for (String name : List.of("util", "util.concurrent", "security", "lang")) {
            command.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
        }
        command.addAll(
                List.of(
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private String base() {
        return "http://localhost:" + port();
    }

    private int port() {
        return settings.ports().of(PortName.KEYCLOAK);
    }
}
