package io.databourse.dispatch;

import java.util.List;

/// What the consumer brings from its own node. The exchange knows only the names.
public record OwnInput(
        String source,
        List<String> joinColumns,
        List<String> resultColumns,
        List<Condition> conditions) {
    /// A consumer that brings no data.
    public static final OwnInput NONE = new OwnInput("", List.of(), List.of(), List.of());

    public OwnInput {
        joinColumns = List.copyOf(joinColumns);
        resultColumns = List.copyOf(resultColumns);
        conditions = List.copyOf(conditions);
    }
}
