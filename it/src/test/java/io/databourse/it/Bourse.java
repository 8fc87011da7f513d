package io.databourse.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A system of its own, started by the same script that a newcomer runs, with its state under
/// `target` and its ports away from the usual ones, by `BOURSE_PORT_OFFSET` or else by 3000. It
/// starts once for all tests and stops with the JVM.
final class Bourse {
    private static final int OFFSET =
            Integer.parseInt(System.getenv().getOrDefault("BOURSE_PORT_OFFSET", "3000"));
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target/system").toAbsolutePath();
    private static final long PATIENCE_MINUTES = 12;

    /// Calls of months that are over are taken in, so that there are such months; and no batch is
    /// made before the one that a test makes, whatever the hour.
    private static final String OPTIONS =
            "-Dbourse.metering.window=PT2400H -Dbourse.settlement.daily=false";

    private static boolean demoRan;

    private Bourse() {}

    /// Runs the demo on an empty state folder, once.
    static synchronized void start() throws IOException, InterruptedException {
        if (demoRan) {
            return;
        }
        demoRan = true;
        run("reset", "--yes");
        Runtime.getRuntime().addShutdownHook(new Thread(Bourse::stop));
        Run demo = run("demo");
        if (demo.exit() != 0) {
            throw new IllegalStateException("the demo failed:\n" + demo.output());
        }
        Files.writeString(Path.of("target/demo.txt"), demo.output());
    }

    private static void stop() {
        try {
            run("down");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the system was not stopped", e);
        }
    }

    /// One command of the script, to its end.
    static Run run(String... arguments) throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Path output = Files.createTempFile(HOME.getParent(), "bourse-", ".txt");
        var builder = new ProcessBuilder("bash", ROOT.resolve("bourse").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("BOURSE_HOME", HOME.toString());
        builder.environment().put("BOURSE_PORT_OFFSET", Integer.toString(OFFSET));
        builder.environment().put("BOURSE_BUILD", "no");
        builder.environment().put("BOURSE_EXCHANGE_OPTIONS", OPTIONS);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running: bourse " + List.of(arguments));
        }
        return new Run(process.exitValue(), Files.readString(output));
    }

    static String address() {
        return "http://localhost:" + (8080 + OFFSET);
    }

    static String realm() {
        return "http://localhost:" + (8180 + OFFSET) + "/realms/databourse";
    }

    /// The exchange's database, for JDBC.
    static String database() {
        return "jdbc:postgresql://127.0.0.1:" + (54321 + OFFSET) + "/bourse";
    }

    /// Kills one of its programs with signal 9, and the processes that this has started.
    static void kill(String part) throws IOException {
        Path file = HOME.resolve("run").resolve(part + ".pid");
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).orElseThrow();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    static Path home() {
        return HOME;
    }

    /// What a command printed and how it ended.
    record Run(int exit, String output) {}
}
