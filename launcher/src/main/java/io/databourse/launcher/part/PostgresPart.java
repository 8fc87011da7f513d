package io.databourse.launcher.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The embedded PostgreSQL: the real server from Maven Central on a data folder of ours.
final class PostgresPart implements Part {

    private static final String NAME = "postgres";
    private static final String ADMIN_SECRET = "postgres";
    private static final String OWNER_SECRET = "postgres-bourse";
    private static final String OWNER = "bourse";

    private final Settings settings;
    private final Program program;
    private final Secrets secrets;
    private final Unprivileged unprivileged = new Unprivileged();

    PostgresPart(Settings settings) {
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
        return "127.0.0.1:" + port();
    }

    @Override
    public List<PortName> ports() {
        return List.of(PortName.DB);
    }

    Database database() {
        return new Database(url(OWNER), OWNER, secrets.get(OWNER_SECRET));
    }

    @Override
    public void prepare() {
        Path data = data();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Servers.delete(data);
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        unprivileged.give(settings.home().postgres());
        Path password = secrets.file(ADMIN_SECRET);
        unprivileged.lend(password);
        Java.run(
                "initdb",
                unprivileged.command(
                        List.of(
                                binary("initdb"),
                                "--pgdata=" + data,
                                "--username=postgres",
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--no-sync")),
                Map.of(),
                settings.home().postgres(),
                settings.home().log("initdb"));
    }

    @Override
    public void start() {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(binary("postgres"), "-D", data().toString()));
        options().forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        program.start(unprivileged.command(command), Map.of(), settings.home().postgres(), build());
        program.await(this::healthy, Duration.ofMinutes(4));
        makeDatabase();
    }

    @Override
    public boolean healthy() {
        try (Connection _ = connect()) {
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    /// SIGTERM would wait for every client to leave, so PostgreSQL's own tool asks it to be quick.
    @Override
    public void stop() {
        if (program.running()) {
            Java.run(
                    "pg_ctl stop",
                    unprivileged.command(
                            List.of(
                                    binary("pg_ctl"),
                                    "stop",
                                    "--mode=fast",
                                    "--wait",
                                    "--pgdata=" + data())),
                    Map.of(),
                    settings.home().postgres(),
                    settings.home().log("initdb"));
        }
        program.stop(Duration.ofSeconds(10));
    }

    private Map<String, String> options() {
        return Map.of(
                "port", String.valueOf(port()),
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "100",
                // The exchange commits in two phases; PostgreSQL allows none of these by default.
                "max_prepared_transactions", "64",
                "shared_buffers", "128MB",
                "fsync", "on");
    }

    private void makeDatabase() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (var found =
                    statement.executeQuery("select 1 from pg_database where datname = 'bourse'")) {
                if (found.next()) {
                    return;
                }
            }
            // The secret is ours and base64, so that it cannot break out of the literal.
            statement.execute(
                    "create role bourse login password '" + secrets.get(OWNER_SECRET) + "'");
            statement.execute("create database bourse owner bourse");
        } catch (SQLException e) {
            throw new Fault("cannot make the exchange's database", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), "postgres", secrets.get(ADMIN_SECRET));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    private Path data() {
        return settings.home().postgres().resolve("data");
    }

    private String binary(String name) {
        Path home = new Servers(settings).postgres(Versions.of("postgresql"));
        return home.resolve("bin").resolve(name).toString();
    }

    private int port() {
        return settings.ports().of(PortName.DB);
    }
}
