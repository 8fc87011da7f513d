package io.databourse.settlement.dispute;

import io.databourse.money.Money;
import java.util.Optional;

/// How a dispute ends.
///
/// @param outcome UPHELD, PARTIAL or REJECTED
/// @param award what the buyer gets back; given for PARTIAL, and only then
public record DisputeDecision(DisputeState outcome, Optional<Money> award, String reason) {}
