package io.databourse.launcher;

import io.databourse.launcher.bench.Benches;
import io.databourse.launcher.demo.Demo;
import io.databourse.launcher.demo.OilDemo;
import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.HomeLock;
import io.databourse.launcher.part.Settings;
import java.util.List;

/// The commands, by name.
final class Commands {

    private final Settings settings;
    private final Console console;

    Commands(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    int run(String command, List<String> arguments) {
        BourseSystem system = new BourseSystem(settings, console::step);
        return switch (command) {
            case "up", "demo", "down", "bench", "reset" -> {
                check(command, arguments);
                try (HomeLock _ = HomeLock.take(settings.home())) {
                    yield change(system, command, arguments);
                }
            }
            case "status" -> {
                none(arguments);
                yield new Status(settings, console).print(system);
            }
            case "protect" -> new Protection(console).run(arguments);
            case "verify" -> new Verify(console).run(arguments);
            case "logs" -> new Logs(system, console).follow(arguments);
            default -> unknown(command);
        };
    }

    /// The commands that start or stop something.
    private int change(BourseSystem system, String command, List<String> arguments) {
        switch (command) {
            case "demo" -> {
                system.up();
                if (arguments.equals(List.of("oil"))) {
                    new OilDemo(settings, system, console::step, console::line).play();
                } else {
                    new Demo(settings, system, console::step, console::line).play();
                }
            }
            case "down" -> {
                if (system.down() == 0) {
                    console.line("Nothing was running.");
                }
            }
            case "bench" -> new Benches(settings, system, console::line).run(arguments);
            case "reset" -> {
                return new Reset(settings, console).run(system, arguments);
            }
            default -> {
                system.up();
                console.line("The exchange is at " + settings.exchangeAddress() + "/");
            }
        }
        return 0;
    }

    /// Before anything is started, stopped or waited for.
    private static void check(String command, List<String> arguments) {
        switch (command) {
            case "demo" -> {
                String which = only(arguments, "");
                if (!List.of("", "oil").contains(which)) {
                    throw new Fault("there is no demo " + which + "; there is: oil");
                }
            }
            case "reset" -> {
                String word = only(arguments, "--yes");
                if (!word.equals("--yes")) {
                    throw new Fault("it does not know " + word + "; it knows: --yes");
                }
            }
            case "up", "down" -> none(arguments);
            default -> {}
        }
    }

    private static void none(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new Fault("it takes no arguments: " + String.join(" ", arguments));
        }
    }

    private static int unknown(String command) {
        System.err.println("bourse: there is no command " + command);
        return 2;
    }

    /// Where a command may have at most one argument.
    static String only(List<String> arguments, String fallback) {
        if (arguments.size() > 1) {
            throw new Fault("too many arguments: " + String.join(" ", arguments));
        }
        return arguments.isEmpty() ? fallback : arguments.getFirst();
    }
}
