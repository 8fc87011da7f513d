package io.databourse.dispatch;

import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractState;
import io.databourse.contract.UsagePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Holds a request against the contract's policy, without asking anybody.
final class PolicyCheck {
    private PolicyCheck() {}

    static void check(Contract contract, JobRequest request) {
        switch (contract.state()) {
            case ACTIVE -> {}
            case AWAITING_SIGNATURES ->
                    throw Refusal.of(
                            ErrorCode.CONTRACT_NOT_SIGNED,
                            "The contract is not signed by both sides.");
            case TERMINATED ->
                    throw Refusal.of(
                            ErrorCode.STATE_CONFLICT,
                            "The contract is %s.",
                            ContractState.TERMINATED);
        }
        UsagePolicy policy = contract.policy();
        if (contract.expired()) {
            throw Refusal.of(
                    ErrorCode.CONTRACT_EXPIRED, "The contract ended at %s.", contract.end());
        }
        if (!policy.tasks().contains(request.task())) {
            throw Refusal.of(
                    ErrorCode.TASK_NOT_ALLOWED,
                    "The contract allows %s, not %s.",
                    policy.tasks(),
                    request.task());
        }
        if (!policy.purposes().contains(request.purpose())) {
            throw Refusal.of(
                    ErrorCode.PURPOSE_NOT_ALLOWED,
                    "The contract allows %s, not %s.",
                    policy.purposes(),
                    request.purpose());
        }
        within("joinColumns", request.provider().joinColumns(), policy.joinColumns());
        within(
                "conditions",
                request.provider().conditions().stream().map(Condition::column).toList(),
                policy.filterColumns());
        // Where both receive, each has its own columns alone.
        within(
                "resultColumns",
                request.provider().resultColumns(),
                policy.givesResultToBoth() ? List.of() : policy.resultColumns());
        complete(request);
    }

    private static void within(String field, List<String> used, List<String> allowed) {
        for (String column : used) {
            if (!allowed.contains(column)) {
                throw Refusal.of(
                                ErrorCode.COLUMN_NOT_ALLOWED,
                                "The contract allows %s here, not %s.",
                                allowed,
                                column)
                        .at(new FieldError("/provider/" + field, column, allowed.toString()));
            }
        }
    }

    /// Holds what the consumer brings against what the task's card lets it bring.
    static void own(JobRequest request, boolean onlyReceives) {
        if (onlyReceives && !request.own().equals(OwnInput.NONE)) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/own", request.task() + " takes no data of yours", "absent")));
        }
        if (!onlyReceives && request.own().source().isBlank()) {
            throw Refusal.invalid(
                    List.of(new FieldError("/own/source", "is blank", "a source of your node")));
        }
    }

    private static void complete(JobRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Stream.concat(request.own().conditions().stream(), request.provider().conditions().stream())
                .filter(condition -> !condition.isComplete())
                .forEach(condition ->
                        errors.add(
                                new FieldError(
                                        "/conditions",
                                        condition.operator()
                                                + " on "
                                                + condition.column()
                                                + " has "
                                                + condition.values().size()
                                                + " values",
                                        "BETWEEN two, IN one or more, others one")));
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }
}
