package io.databourse.node.contract;

import static io.databourse.node.contract.Objection.unless;

import java.util.Set;
import java.util.TreeSet;

/// What a node asks of a contract that gives the result to both sides. There the provider's columns
/// go to the provider, so no task may run under it that would hand them to the consumer.
final class TwoSidedCheck {
    /// Tasks whose programs write to each recipient its own rows, and send no column.
    private static final Set<String> TASKS = Set.of("mpc/psi", "mpc/psi-distributed");

    private TwoSidedCheck() {}

    static void terms(ContractDocument.UsagePolicy policy) {
        unless(
                policy.givesResultToBoth() != policy.providerColumns().isEmpty(),
                RefusalCode.DEFINITION_INVALID,
                "the provider receives columns of its own where it receives the result, only there");
        if (policy.givesResultToBoth()) {
            var beyond = new TreeSet<>(policy.tasks());
            beyond.removeAll(TASKS);
            unless(
                    beyond.isEmpty(),
                    RefusalCode.TASK_NOT_ALLOWED,
                    "no result for both sides comes of " + String.join(", ", beyond));
        }
    }

    /// The consumer's data is its own business until somebody else hears of it.
    static void source(ContractDocument.UsagePolicy policy, OwnFacts.SourceFacts source) {
        unless(
                !policy.givesResultToBoth() || source.tellsMatches(),
                RefusalCode.RELEASE_REFUSED,
                "the owner lets nobody be told which rows match " + source.name());
    }
}
