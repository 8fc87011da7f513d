package io.databourse.node;

import io.databourse.node.cli.StatusCommand;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program of a party: `run <home>` serves, `status <home>` tells how it is.
public final class Main {
    private static final int PROBLEM = 1;
    private static final int USAGE = 2;

    private Main() {}

    static void main(String[] arguments) {
        System.exit(start(arguments));
    }

    private static int start(String[] arguments) {
        // One line a message; the logging framework's own format takes two.
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty(
                    "java.util.logging.SimpleFormatter.format",
                    "%1$tF %1$tT.%1$tL %4$s %5$s%6$s%n");
        }
        var command = arguments.length > 1 ? arguments[0] : "run";
        if (arguments.length == 0 || arguments.length > 2) {
            return usage();
        }
        var home = Path.of(arguments[arguments.length - 1]).toAbsolutePath().normalize();
        if (!Files.isDirectory(home)) {
            System.err.println("There is no folder " + home + ".");
            return PROBLEM;
        }
        try {
            var config = NodeConfig.read(home);
            switch (command) {
                case "run" -> new Node(config).run();
                case "status" -> System.out.print(new StatusCommand(config).text());
                default -> {
                    return usage();
                }
            }
            return 0;
        } catch (ConfigProblem e) {
            System.err.println(e.getMessage());
            return PROBLEM;
        } catch (InterruptedException _) {
            return 0;
        } catch (java.io.IOException e) {
            System.err.println("The node cannot go on: " + e);
            return PROBLEM;
        }
    }

    private static int usage() {
        System.err.println("usage: java -jar node.jar [run|status] <home>");
        return USAGE;
    }
}
