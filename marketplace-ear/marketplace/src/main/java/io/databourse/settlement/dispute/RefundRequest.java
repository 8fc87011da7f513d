package io.databourse.settlement.dispute;

import io.databourse.money.Money;
import io.databourse.settlement.ChargeId;
import java.util.Optional;

/// Asks for money back.
///
/// @param amount all that is left of the charge if empty
public record RefundRequest(ChargeId chargeId, Optional<Money> amount, String reason) {}
