package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs other programs to their end.
final class Java {

    static final String HOME = System.getProperty("java.home");
    static final String BINARY = Path.of(HOME, "bin", "java").toString();

    private Java() {}

    /// Runs a command with its output in the log; a fault when it does not end well.
    static void run(
            String what,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", HOME);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new Fault(what + " failed with exit code " + code, log);
            }
        } catch (IOException e) {
            throw new Fault(what + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(what + " was interrupted", e);
        }
    }
}
