package io.databourse.node.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Where a password comes from; never from the command line, which others can see.
public interface Passwords {
    /// One password; the caller overwrites it.
    char[] read() throws IOException;

    /// From the terminal, without showing it, or else the first line of the standard input.
    @SuppressWarnings("SystemConsoleNull") // it is annotated as nullable all the same
    static Passwords ofTerminal() {
        return () -> {
            var console = System.console();
            if (console != null && console.isTerminal()) {
                var typed = console.readPassword("Password: ");
                return typed == null ? new char[0] : typed;
            }
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            var line = in.readLine();
            return line == null ? new char[0] : line.toCharArray();
        };
    }
}
