package io.databourse.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the consumer asks of the provider's data set, within the contract.
///
/// @param resultColumns of those that the contract lets a result be made of; empty for all that the
///   task can use
public record OtherInput(
        List<String> joinColumns, List<Condition> conditions, List<String> resultColumns) {
    public OtherInput(
            List<String> joinColumns,
            List<Condition> conditions,
            @Nullable List<String> resultColumns) {
        this.joinColumns = List.copyOf(joinColumns);
        this.conditions = List.copyOf(conditions);
        this.resultColumns = resultColumns == null ? List.of() : List.copyOf(resultColumns);
    }

    public OtherInput(List<String> joinColumns, List<Condition> conditions) {
        this(joinColumns, conditions, List.of());
    }
}
