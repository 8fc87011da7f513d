package io.databourse.node.source;

import java.util.List;
import java.util.stream.Stream;

/// What a job reads of a source: the columns and the rows.
///
/// @param joinColumns given to the job as text without blanks at its ends, so that two parties'
///   keys compare; text of blanks alone is NULL
/// @param resultColumns given to the job as text, as written in the source
public record Selection(
        List<String> joinColumns, List<String> resultColumns, List<Condition> conditions) {
    public Selection {
        joinColumns = List.copyOf(joinColumns);
        resultColumns = List.copyOf(resultColumns);
        conditions = List.copyOf(conditions);
    }

    /// The columns that the job gets, each once.
    List<String> columns() {
        return Stream.concat(joinColumns.stream(), resultColumns.stream()).distinct().toList();
    }
}
