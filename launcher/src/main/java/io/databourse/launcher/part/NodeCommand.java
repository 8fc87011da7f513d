package io.databourse.launcher.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The node's own commands, run beside the node as a person at its machine would.
public final class NodeCommand {
    private final Settings settings;

    public NodeCommand(Settings settings) {
        this.settings = settings;
    }

    /// What `review …` prints.
    ///
    /// @param password given on the standard input, as it belongs on no command line
    /// @throws Fault if the command says no, with what it says
    public String review(DemoNode node, String password, String... words) {
        List<String> arguments = new ArrayList<>(List.of("review"));
        arguments.addAll(List.of(words));
        arguments.add(settings.home().node(node.folder()).toString());
        return run(password, arguments);
    }

    /// The text that stands for a password in a node's configuration.
    String hash(String password) {
        return run(password, List.of("review", "hash-password")).strip();
    }

    private String run(String input, List<String> arguments) {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Java.BINARY,
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-jar",
                                        new NodeProgram(settings).copied(true).toString()),
                                arguments.stream())
                        .toList();
        try {
            Process process = new ProcessBuilder(command).start();
            try (var in = process.getOutputStream()) {
                in.write((input + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String trouble =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Fault("the node's command %s: %s".formatted(arguments, trouble.strip()));
            }
            return out;
        } catch (IOException e) {
            throw new Fault("cannot run the node's command " + arguments, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted", e);
        }
    }
}
