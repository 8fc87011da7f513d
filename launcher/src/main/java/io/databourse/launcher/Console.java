package io.databourse.launcher;

import java.io.PrintStream;
import java.util.Locale;

/// Writes what a person at the terminal reads.
final class Console {

    private final PrintStream out;
    private final long begin = System.nanoTime();

    Console(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    /// One line with the seconds since the command began.
    synchronized void step(String subject, String text) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.printf(Locale.ROOT, "%6.1f s  %-13s %s%n", seconds, subject, text);
    }
}
