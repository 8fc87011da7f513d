package io.databourse.launcher.part;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Where a system lives and where it listens.
///
/// @param root the checked-out repository, whose `target` folders hold what was built
/// @param servers unpacked WildFly, Keycloak and PostgreSQL, shared by all systems of a checkout
/// @param database somebody else's PostgreSQL; without it the embedded one is started
/// @param exchangeOptions of the exchange's JVM, beside those that it always has
public record Settings(
        Path root,
        Home home,
        Path servers,
        Ports ports,
        Optional<Database> database,
        List<String> exchangeOptions) {

    private static final String URL = "database.url";
    private static final String USER = "database.user";

    public static Settings load(Path root, Map<String, String> environment) {
        Path state = root.resolve(".bourse");
        Home home = new Home(Path.of(environment.getOrDefault("BOURSE_HOME", state.toString())));
        Path servers =
                Path.of(
                        environment.getOrDefault(
                                "BOURSE_SERVERS", state.resolve("servers").toString()));
        Properties remembered = read(home.settings());
        return new Settings(
                root.toAbsolutePath().normalize(),
                home,
                servers.toAbsolutePath().normalize(),
                Ports.from(environment, remembered),
                database(environment, remembered),
                words(environment.getOrDefault("BOURSE_EXCHANGE_OPTIONS", "")));
    }

    private static List<String> words(String options) {
        return Stream.of(options.split(" ", -1)).filter(word -> !word.isBlank()).toList();
    }

    /// Keeps the ports and the database's address for the commands that follow.
    public void remember() {
        Properties properties = new Properties();
        ports.remember(properties);
        database.ifPresent(outside -> {
            properties.setProperty(URL, outside.url());
            properties.setProperty(USER, outside.user());
        });
        try {
            Files.createDirectories(home.directory());
            try (Writer out = Files.newBufferedWriter(home.settings())) {
                properties.store(out, "what the last start used; environment variables win");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.settings(), e);
        }
    }

    public String exchangeAddress() {
        return "http://localhost:" + ports.of(PortName.HTTP);
    }

    public String realmAddress() {
        return "http://localhost:" + ports.of(PortName.KEYCLOAK) + "/realms/databourse";
    }

    private static Optional<Database> database(
            Map<String, String> environment, Properties remembered) {
        String url = environment.getOrDefault("BOURSE_DB_URL", remembered.getProperty(URL, ""));
        if (url.isEmpty()) {
            return Optional.empty();
        }
        String user =
                environment.getOrDefault("BOURSE_DB_USER", remembered.getProperty(USER, "bourse"));
        // The password is not remembered: it is the user's own and belongs into his environment.
        return Optional.of(
                new Database(url, user, environment.getOrDefault("BOURSE_DB_PASSWORD", "")));
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        return properties;
    }
}
