package io.databourse.dispatch;

import io.databourse.contract.UsagePolicy;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.util.List;

/// Which of the provider's columns a task may make its result of: none, unless the card says that
/// also a party that does not receive the result names such columns. Then they are those of the
/// contract.
final class ProviderColumns {
    private ProviderColumns() {}

    static List<String> of(TaskCard card, UsagePolicy policy) {
        return card.roles().stream()
                        .flatMap(role -> role.columns().stream())
                        .anyMatch(
                                each -> each.use().equals(ColumnUse.RESULT) && !each.receiverOnly())
                ? policy.resultColumns()
                : List.of();
    }
}
