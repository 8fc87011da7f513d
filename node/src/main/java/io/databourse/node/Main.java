package io.databourse.node;

import io.databourse.node.cli.Passwords;
import io.databourse.node.cli.ReviewCommand;
import io.databourse.node.cli.StatusCommand;
import io.databourse.node.review.ReviewProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program of a party: `run <home>` serves, `status <home>` tells how it is, `review … <home>`
/// is for those who decide what may leave.
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
        var review = command.equals("review");
        if (arguments.length == 0 || (arguments.length > 2 && !review)) {
            return usage();
        }
        if (review && arguments[1].equals("hash-password")) {
            return hashPassword();
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
                case "review" ->
                        new ReviewCommand(config, Passwords.ofTerminal(), System.out)
                                .run(List.of(arguments).subList(1, arguments.length - 1));
                case "status" -> System.out.print(new StatusCommand(config).text());
                default -> {
                    return usage();
                }
            }
            return 0;
        } catch (ConfigProblem e) {
            System.err.println(e.getMessage());
            return PROBLEM;
        } catch (ReviewProblem e) {
            return tell(e);
        } catch (InterruptedException _) {
            return 0;
        } catch (java.io.IOException e) {
            System.err.println("The node cannot go on: " + e);
            return PROBLEM;
        }
    }

    private static int hashPassword() {
        try {
            System.out.println(ReviewCommand.hash(Passwords.ofTerminal()));
            return 0;
        } catch (ReviewProblem e) {
            return tell(e);
        } catch (java.io.IOException e) {
            System.err.println(e.getMessage());
            return PROBLEM;
        }
    }

    private static int tell(ReviewProblem problem) {
        System.err.println(problem.text().en());
        System.err.println(problem.text().zh());
        return PROBLEM;
    }

    private static int usage() {
        System.err.println("usage: java -jar node.jar [run|status|review …] <home>");
        return USAGE;
    }
}
