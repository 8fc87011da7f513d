package io.databourse.metering;

import io.databourse.pricing.ChargingRule;

/// What became of a call.
public enum CallOutcome {
    /// Something was found, 查得.
    HIT,
    /// Nothing was found, 查无.
    MISS,
    ERROR;

    /// What such a call takes of the quota.
    long units(ChargingRule rule) {
        return switch (this) {
            case HIT -> rule.hit();
            case MISS -> rule.miss();
            case ERROR -> rule.error();
        };
    }
}
