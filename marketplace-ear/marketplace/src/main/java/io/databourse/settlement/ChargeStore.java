package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.metering.MeterRecordId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Port to storage. Charges are only ever added.
interface ChargeStore {
    void insert(StatementLine line);

    boolean isCharged(MeterRecordId meter);

    /// Units of the contract that were charged so far.
    long unitsOf(ContractId contract);

    /// Oldest first.
    ///
    /// @param party whose, as consumer or provider; everybody's if empty
    List<StatementLine> between(Optional<MerchantId> party, Instant from, Instant until);

    List<StatementLine> ofContract(ContractId contract);
}
