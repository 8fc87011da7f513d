package io.databourse.dispatch;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One run of a task under a contract, as the parties see it.
///
/// @param attempt counts from 1; a job is tried again when a node was lost
/// @param code why it was refused or failed
/// @param blame who or what a failure is put down to
/// @param resultPlace where the result lies, in words
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
        List<JobStep> history,
        Instant requestedAt,
        Optional<Instant> endedAt) {
    public Job {
        parties = List.copyOf(parties);
        history = List.copyOf(history);
    }
}
