package io.databourse.launcher;

import static java.util.stream.Collectors.joining;

import io.databourse.launcher.part.BourseSystem;
import io.databourse.launcher.part.Fault;
import io.databourse.launcher.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Follows a part's log with the system's own `tail`.
final class Logs {

    private final BourseSystem system;
    private final Console console;

    Logs(BourseSystem system, Console console) {
        this.system = system;
        this.console = console;
    }

    private String known() {
        return system.parts().stream().map(Part::name).collect(joining(", ", "there are: ", ""));
    }

    int follow(List<String> arguments) {
        String name = Commands.only(arguments, "");
        if (name.isEmpty()) {
            system.parts().forEach(part -> console.line(part.name() + "  " + part.program().log()));
            return 0;
        }
        Part part =
                system.parts().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Fault("there is no part " + name + "; " + known()));
        if (!Files.exists(part.program().log())) {
            throw new Fault(name + " has not been started yet");
        }
        try {
            return new ProcessBuilder("tail", "-n", "100", "-f", part.program().log().toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Fault("cannot run tail", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
