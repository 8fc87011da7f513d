package io.databourse.launcher.part;

import java.nio.file.Path;

/// Something that stops a command and that its user can act on, told in one line.
public final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Fault(String line) {
        super(line);
    }

    public Fault(String line, Path log) {
        super(line + " (log: " + log + ")");
    }

    public Fault(String line, Throwable cause) {
        super(line + ": " + cause.getMessage(), cause);
    }
}
