package io.databourse.launcher.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The state folder: everything one system keeps, and nothing else.
public record Home(Path directory) {

    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    public Path logs() {
        return make("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path run() {
        return make("run");
    }

    Path secrets() {
        return make("secrets");
    }

    Path postgres() {
        return make("postgres");
    }

    Path keycloak() {
        return make("keycloak");
    }

    Path wildfly() {
        return make("wildfly");
    }

    /// The exchange's own keys and certificates.
    public Path exchange() {
        return make("exchange");
    }

    Path plugins() {
        return make("plugins");
    }

    public Path node(String name) {
        return make("nodes").resolve(name);
    }

    Path settings() {
        return directory.resolve("config.properties");
    }

    /// Deletes everything that a system keeps, but not the servers' installations beside it.
    public void delete() {
        for (String name :
                List.of(
                        "postgres",
                        "keycloak",
                        "wildfly",
                        "exchange",
                        "plugins",
                        "nodes",
                        "secrets",
                        "run",
                        "config.properties")) {
            Servers.delete(directory.resolve(name));
        }
    }

    private Path make(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory.resolve(name), e);
        }
    }
}
