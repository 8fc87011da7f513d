package io.databourse.dispatch;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One run of a task under a contract, as the parties see it.
///
/// @param attempt counts from 1; a job is tried again when a node was lost
/// @param code why it was refused or failed
/// @param blame who or what a failure is put down to
/// @param resultPlace where the consumer's result lies, in words
/// @param deliveries who receives a result, and what has become of it
/// @param parameters as the consumer gave them
/// @param dryRun whether the provider's node made rows up; takes no unit
/// @param estimate after a dry run: what one that counts would take
/// @param review of the provider's reviewers, if they have to look at the result
public record Job(
        JobId id,
        ContractId contractId,
        String productName,
        MerchantId consumer,
        String consumerName,
        MerchantId provider,
        String providerName,
        String task,
        String purpose,
        JobState state,
        int attempt,
        Optional<String> code,
        Optional<String> blame,
        Optional<String> detail,
        List<PartyProgress> parties,
        Optional<String> definitionHash,
        Optional<Long> resultRows,
        Optional<String> resultHash,
        Optional<String> resultPlace,
        List<JobDelivery> deliveries,
        Map<String, String> parameters,
        boolean dryRun,
        Optional<JobEstimate> estimate,
        Optional<JobReview> review,
        List<JobStep> history,
        Instant requestedAt,
        Optional<Instant> endedAt) {
    public Job {
        parties = List.copyOf(parties);
        deliveries = List.copyOf(deliveries);
        parameters = Map.copyOf(parameters);
        history = List.copyOf(history);
    }
}
