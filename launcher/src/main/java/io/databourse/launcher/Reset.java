package io.databourse.launcher;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Home;
import io.databourse.launcher.part.Settings;
import java.util.List;
import java.util.Locale;

/// Deletes what a system has kept, after asking. The unpacked servers stay.
final class Reset {

    private final Settings settings;
    private final Console console;

    Reset(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    int run(BourseSystem system, List<String> arguments) {
        boolean sure = Commands.only(arguments, "").equals("--yes");
        if (!sure && !confirmed()) {
            console.line("Nothing was deleted.");
            return 1;
        }
        system.down();
        Home home = settings.home();
        home.delete();
        console.line("Deleted the data in " + home.directory());
        return 0;
    }

    // Since JDK 22 it is never null in practice; its signature still allows it.
    @SuppressWarnings("SystemConsoleNull")
    private boolean confirmed() {
        java.io.Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            throw new Fault("there is nobody to ask; say --yes");
        }
        String answer =
                terminal.readLine(
                        "Delete all accounts, contracts, results and keys in %s? [y/N] ",
                        settings.home().directory());
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
