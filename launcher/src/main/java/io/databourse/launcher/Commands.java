package io.databourse.launcher;

import io.databourse.launcher.bench.Benches;
import io.databourse.launcher.demo.Demo;
import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Fault;
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
            case "up" -> {
                system.up();
                console.line("The exchange is at " + settings.exchangeAddress() + "/");
                yield 0;
            }
            case "demo" -> {
                system.up();
                new Demo(settings, system, console::step, console::line).play();
                yield 0;
            }
            case "down" -> {
                if (system.down() == 0) {
                    console.line("Nothing was running.");
                }
                yield 0;
            }
            case "bench" -> {
                new Benches(settings, system, console::line).run(arguments);
                yield 0;
            }
            case "status" -> new Status(settings, console).print(system);
            case "logs" -> new Logs(system, console).follow(arguments);
            case "reset" -> new Reset(settings, console).run(system, arguments);
            default -> unknown(command);
        };
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
