package io.databourse.node;

/// The configuration cannot be used; the message names the file and the key.
public final class ConfigProblem extends RuntimeException {
    public ConfigProblem(String message) {
        super(message);
    }
}
