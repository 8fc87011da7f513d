package io.databourse.sandbox.sql;

import io.databourse.plugin.Text;

/// A rules document that says nothing sensible; the message is for the one who wrote it.
public final class RulesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient Text text;

    public RulesException(String zh, String en) {
        super(en);
        text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }
}
