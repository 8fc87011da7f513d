package io.databourse.launcher.part;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The WildFly installation: unpacked, with the PostgreSQL driver and our configuration.
///
/// The configuration `bourse.xml` is made by WildFly's own command line tool from its
/// `standalone.xml`, and made again when our script changes.
public final class WildFly {

    private static final String CONFIGURATION = "standalone/configuration";

    private final Settings settings;

    public WildFly(Settings settings) {
        this.settings = settings;
    }

    public Path installation() {
        Path home = new Servers(settings).unzipped("wildfly-dist", this::addDriver);
        configure(home);
        return home;
    }

    private void addDriver(Path home) throws IOException {
        Path module = home.resolve("modules/org/postgresql/main");
        Files.createDirectories(module);
        Files.copy(driver(), module.resolve("postgresql.jar"));
        Files.writeString(module.resolve("module.xml"), resource("module.xml"));
    }

    private static Path driver() {
        try {
            return Path.of(
                    DriverManager.getDriver("jdbc:postgresql:bourse")
                            .getClass()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (SQLException | URISyntaxException e) {
            throw new Fault("PostgreSQL's driver is not on the class path", e);
        }
    }

    private void configure(Path home) {
        try {
            String script = resource("configure.cli");
            Path made = home.resolve(CONFIGURATION).resolve("bourse.cli");
            Path result = home.resolve(CONFIGURATION).resolve("bourse.xml");
            if (Files.exists(result)
                    && Files.exists(made)
                    && Files.readString(made).equals(script)) {
                return;
            }
            // What is begun and not finished is not taken for finished by the next start.
            Files.deleteIfExists(made);
            Files.copy(
                    result.resolveSibling("standalone.xml"),
                    result,
                    StandardCopyOption.REPLACE_EXISTING);
            Path file = home.resolve("bourse.cli");
            Files.writeString(file, script);
            Java.run(
                    "configuring WildFly",
                    List.of(
                            Java.BINARY,
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-Djboss.home.dir=" + home,
                            // Only to resolve the expression. No keys may lie there: those of a
                            // system that is brought up to date would not open without their
                            // password.
                            "-Dbourse.exchange.dir=" + home.resolve("no-exchange"),
                            "-Dlogging.configuration=file:"
                                    + home.resolve("bin/jboss-cli-logging.properties"),
                            "-jar",
                            home.resolve("jboss-modules.jar").toString(),
                            "-mp",
                            home.resolve("modules").toString(),
                            "org.jboss.as.cli",
                            "--file=" + file),
                    Map.of(
                            "JBOSS_HOME", home.toString(),
                            "BOURSE_DB_URL", "unset",
                            "BOURSE_DB_USER", "unset",
                            "BOURSE_DB_PASSWORD", "unset",
                            "BOURSE_TLS_PASSWORD", "unset"),
                    home,
                    settings.home().log("wildfly-configure"));
            Files.move(file, made, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Fault("cannot configure WildFly", e);
        }
    }

    /// The command that runs it on a base folder; what `standalone.sh` would run.
    static List<String> command(Path home, Path base, List<String> properties) {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        Java.BINARY,
                        "-D[Standalone]",
                        "-Xms256m",
                        "-Xmx1g",
                        "-XX:MaxMetaspaceSize=512m",
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djava.awt.headless=true",
                        "-Djboss.modules.system.pkgs=org.jboss.byteman",
                        "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                        "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
                        "--add-opens=java.management/javax.management=ALL-UNNAMED",
                        "--add-opens=java.naming/javax.naming=ALL-UNNAMED"));
        for (String name :
                List.of(
                        "lang",
                        "lang.invoke",
                        "lang.reflect",
                        "io",
                        "net",
                        "security",
                        "util",
                        "util.concurrent")) {
            command.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
        }
        command.addAll(
                List.of(
                        "-Dorg.jboss.boot.log.file=" + base.resolve("log/boot.log"),
                        "-Dlogging.configuration=file:"
                                + base.resolve("configuration/logging.properties"),
                        "-jar",
                        home.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        home.resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "-Djboss.home.dir=" + home,
                        "-Djboss.server.base.dir=" + base,
                        "-c",
                        "bourse.xml",
                        "-b",
                        "127.0.0.1",
                        "-bmanagement",
                        "127.0.0.1"));
        command.addAll(properties);
        return command;
    }

    /// Makes or refreshes the base folder of one system; its data and logs stay.
    public static void refreshBase(Path home, Path base) {
        try (var files = Files.list(home.resolve(CONFIGURATION))) {
            Path target = Files.createDirectories(base.resolve("configuration"));
            Files.createDirectories(base.resolve("deployments"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file,
                        target.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Fault("cannot make WildFly's base folder", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WildFly.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
