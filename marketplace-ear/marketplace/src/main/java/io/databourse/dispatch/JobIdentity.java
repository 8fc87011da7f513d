package io.databourse.dispatch;

import io.databourse.contract.Contract;
import io.databourse.contract.PartyRole;
import io.databourse.merchant.MerchantId;
import java.time.Instant;

/// What of a job never changes.
///
/// @param units what one delivered run takes from the contract's quota
record JobIdentity(
        JobId id,
        JobRequest request,
        String productName,
        MerchantId consumer,
        String consumerName,
        MerchantId provider,
        String providerName,
        long units,
        Instant requestedAt) {
    static JobIdentity of(JobId id, JobRequest request, Contract contract, Instant now) {
        return new JobIdentity(
                id,
                request,
                contract.productName(),
                contract.consumer(),
                contract.consumerName(),
                contract.provider(),
                contract.providerName(),
                request.isDryRun() ? 0 : 1,
                now);
    }

    boolean concerns(MerchantId organisation) {
        return isSide(PartyRole.CONSUMER, organisation) || isSide(PartyRole.PROVIDER, organisation);
    }

    boolean isSide(PartyRole side, MerchantId organisation) {
        return switch (side) {
            case CONSUMER -> consumer.equals(organisation);
            case PROVIDER -> provider.equals(organisation);
            case COMPUTE -> false;
        };
    }
}
