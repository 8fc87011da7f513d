package io.databourse.it.container;

import io.databourse.crypto.ExchangeKeys;
import io.databourse.launcher.part.Settings;
import io.databourse.launcher.part.WildFly;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.core.spi.LoadableExtension;

/// Before Arquillian reads its configuration: an empty PostgreSQL, fresh keys and the launcher's
/// WildFly with a base folder of its own.
public final class ServerUnderTest implements LoadableExtension {
    private static final int OFFSET = 5000;
    private static final Path BASE = Path.of("target/wildfly").toAbsolutePath();

    @Override
    public void register(ExtensionBuilder builder) {
        try {
            prepare();
        } catch (IOException e) {
            throw new UncheckedIOException("the server under test cannot be prepared", e);
        }
    }

    private static void prepare() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Path wildfly = new WildFly(Settings.load(root, System.getenv())).installation();
        WildFly.refreshBase(wildfly, BASE);
        Path keys = Files.createTempDirectory(BASE, "keys");
        Path plugins = Files.createDirectories(BASE.resolve("no-plugins"));
        char[] password = ExchangeKeys.createOrLoad(keys, List.of("localhost")).storePassword();
        // WildFly's configuration reads ${env.…}; what is set as a property counts as well.
        var arguments =
                Map.of(
                        "jboss.server.base.dir", BASE.toString(),
                        "jboss.socket.binding.port-offset", Integer.toString(OFFSET),
                        "bourse.exchange.dir", keys.toString(),
                        "bourse.plugins.dir", plugins.toString(),
                        "env.BOURSE_TLS_PASSWORD", new String(password),
                        "env.BOURSE_DB_URL", database(),
                        "env.BOURSE_DB_USER", "postgres",
                        "env.BOURSE_DB_PASSWORD", "postgres");
        var line = new StringBuilder("-Xmx768m");
        arguments.forEach((name, value) -> line.append(" -D%s=%s".formatted(name, value)));
        System.setProperty("bourse.test.wildfly", wildfly.toString());
        System.setProperty("bourse.test.arguments", line.toString());
    }

    private static String database() throws IOException {
        EmbeddedPostgres postgres =
                EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("max_prepared_transactions", "64")
                        .setServerConfig("fsync", "off")
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
