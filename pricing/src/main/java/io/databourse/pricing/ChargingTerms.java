package io.databourse.pricing;

import java.util.Optional;

/// What a contract says of counting and of paying beyond its pack (计费条款). Without pay as you go,
/// use ends with the pack's last unit.
public record ChargingTerms(ChargingRule rule, Optional<PayAsYouGo> payAsYouGo) {
    public static final ChargingTerms STANDARD =
            new ChargingTerms(ChargingRule.STANDARD, Optional.empty());
}
