package io.databourse.dispatch;

import java.util.List;

/// What the consumer asks of the provider's data set, within the contract.
public record OtherInput(List<String> joinColumns, List<Condition> conditions) {
    public OtherInput {
        joinColumns = List.copyOf(joinColumns);
        conditions = List.copyOf(conditions);
    }
}
