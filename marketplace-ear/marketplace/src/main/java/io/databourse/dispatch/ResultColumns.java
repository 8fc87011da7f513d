package io.databourse.dispatch;

import io.databourse.contract.UsagePolicy;
import io.databourse.plugin.Schema;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskCard.ColumnUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who names the columns that a task makes its result of. A card says what each party in a role
/// names; where it lets a party name none, as for sums, they are the provider's.
public final class ResultColumns {
    private ResultColumns() {}

    /// Whether the consumer names columns of its own data.
    public static boolean areConsumers(TaskCard card) {
        return uses(card).anyMatch(use -> use.minimum() > 0) && !Seating.onlyReceives(card);
    }

    /// How the provider's columns are used, if they are.
    public static Optional<ColumnUse> ofProvider(TaskCard card) {
        return uses(card).filter(use -> !use.receiverOnly()).findFirst();
    }

    /// Whether the result of a task on two data sets tells of all that match and not of each: one
    /// row with a count or sums.
    public static boolean areSummed(TaskCard card) {
        return !Seating.onlyReceives(card) && !areConsumers(card);
    }

    private static Stream<ColumnUse> uses(TaskCard card) {
        return card.roles().stream()
                .flatMap(role -> role.columns().stream())
                .filter(each -> each.use().equals(ColumnUse.RESULT));
    }

    /// The provider's columns of one job: those that the consumer names, or else all that are let
    /// out and the task can use; where the provider receives a result, what it wants of its own.
    ///
    /// @param wished by the consumer; empty for whatever fits
    static List<String> provider(
            TaskCard card, List<String> wished, UsagePolicy policy, Schema schema) {
        if (policy.givesResultToBoth()) {
            return policy.providerColumns();
        }
        if (!wished.isEmpty()) {
            return wished;
        }
        return ofProvider(card)
                .map(use -> fitting(use, policy.resultColumns(), schema))
                .orElse(List.of());
    }

    /// Of the columns those that are of a type for the use.
    static List<String> fitting(ColumnUse use, List<String> columns, Schema schema) {
        return columns.stream()
                .filter(schema::has)
                .filter(name -> use.types().contains(schema.column(name).type()))
                .toList();
    }
}
