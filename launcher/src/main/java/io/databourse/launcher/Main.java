package io.databourse.launcher;

import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Settings;
import java.nio.file.Path;
import java.util.List;

/// Entry point of `./bourse`: one command, then its arguments.
///
/// Exit codes: 0 done, 1 the command failed and said why in one line, 2 it was called wrongly.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "help" : arguments.getFirst();
        List<String> rest =
                arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        Console console = new Console(System.out);
        try {
            Settings settings =
                    Settings.load(Path.of(System.getProperty("bourse.root", ".")), System.getenv());
            return new Commands(settings, console).run(command, rest);
        } catch (Fault fault) {
            System.err.println("bourse " + command + ": " + fault.getMessage());
            return 1;
        }
    }
}
