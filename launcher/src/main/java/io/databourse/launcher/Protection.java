package io.databourse.launcher;

import io.databourse.launcher.part.Fault;
import io.databourse.protection.Protect;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;

/// `./bourse protect …`: masked, anonymous and watermarked copies of tables. It needs no exchange.
final class Protection {
    private final Console console;

    Protection(Console console) {
        this.console = console;
    }

    int run(List<String> arguments) {
        try {
            return new Protect(console::line).run(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("bourse: " + e.getMessage() + "\n" + Protect.USAGE);
            return 2;
        } catch (FileSystemException e) {
            throw new Fault("cannot use " + e.getFile(), e);
        } catch (IOException e) {
            throw new Fault(String.valueOf(e.getMessage()), e);
        }
    }
}
