package io.databourse.settlement;

import io.databourse.contract.Contract;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.List;

/// A charge that is to be booked.
///
/// @param legs none if nothing is moved
/// @param reason what the transfer is called in the ledger
/// @param subject what the transfer is about
record ChargeDraft(
        ChargeSource source,
        Contract contract,
        Shares shares,
        List<Leg> legs,
        String reason,
        String subject) {
    ChargeDraft {
        legs = List.copyOf(legs);
    }
}
