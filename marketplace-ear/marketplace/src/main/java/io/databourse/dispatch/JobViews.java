package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.quota.Quota;
import io.databourse.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/// Gathers what a job's view needs beside the job.
@ApplicationScoped
class JobViews {
    private final JobStore store;
    private final ContractService contracts;
    private final QuotaService quota;

    @Inject
    JobViews(JobStore store, ContractService contracts, QuotaService quota) {
        this.store = store;
        this.contracts = contracts;
        this.quota = quota;
    }

    /// @param reader the organisation that looks; empty for who supervises
    Job of(JobRun job, Optional<MerchantId> reader) {
        return JobView.of(
                job,
                reader,
                store.progress(job.id(), job.attempt()),
                job.held().isEmpty() ? 0 : Reviews.wanted(contract(job).policy()),
                estimate(job));
    }

    /// What the next unit costs.
    Money nextPrice(Contract contract) {
        Quota units = quota.view(contract.id());
        long next = Math.min(contract.totalUnits(), units.consumed() + units.held() + 1);
        return quota.ladder(contract).amountOf(next);
    }

    private Optional<JobEstimate> estimate(JobRun job) {
        if (!job.isDryRun() || job.state() != JobState.DELIVERED) {
            return Optional.empty();
        }
        Optional<RunEstimate> reckoned =
                job.attemptNow().reports().stream()
                        .flatMap(report -> report.estimate().stream())
                        .findFirst();
        return Optional.of(
                new JobEstimate(
                        nextPrice(contract(job)),
                        reckoned.map(RunEstimate::seconds),
                        reckoned.map(RunEstimate::rows)));
    }

    private Contract contract(JobRun job) {
        return contracts.find(Caller.system(), job.identity().request().contractId());
    }
}
