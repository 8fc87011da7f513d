package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.List;
import java.util.function.Supplier;

/// A charge that is to be booked.
///
/// @param legs worked out when it is booked, as what was booked before it may have changed what is
///   there; none if nothing is moved
/// @param reason what the transfer is called in the ledger
/// @param subject what the transfer is about
record ChargeDraft(
        ChargeSource source,
        Contract contract,
        Shares shares,
        Supplier<List<Leg>> legs,
        String reason,
        String subject) {
    /// Of the transfer.
    String key() {
        return "charge:" + source.id();
    }
}
