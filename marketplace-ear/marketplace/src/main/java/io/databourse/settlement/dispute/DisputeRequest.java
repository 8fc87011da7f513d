package io.databourse.settlement.dispute;

import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import java.util.List;
import java.util.Optional;

/// What a buyer objects to.
///
/// @param charges of one contract, each once; a statement's line is the charges of a day
/// @param amount how much of them; all that was not refunded if empty
public record DisputeRequest(List<ChargeId> charges, Optional<Money> amount, String reason) {
    public DisputeRequest {
        charges = List.copyOf(charges);
    }
}
