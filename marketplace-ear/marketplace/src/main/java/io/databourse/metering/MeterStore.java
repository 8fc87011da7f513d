package io.databourse.metering;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.contract.ContractId;
import io.databourse.dispatch.JobId;
import io.databourse.merchant.MerchantId;
import java.util.Optional;

/// Port to storage. Records are only ever added.
interface MeterStore {
    void insert(MeterRecord meter);

    Optional<MeterRecord> ofJob(JobId job);

    /// Newest first.
    ///
    /// @param party whose, as consumer or provider; everybody's if empty
    Page<MeterRecord> list(
            Optional<MerchantId> party, Optional<ContractId> contract, PageRequest page);
}
