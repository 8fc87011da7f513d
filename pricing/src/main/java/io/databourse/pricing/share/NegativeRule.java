package io.databourse.pricing.share;

/// What happens where a party's contribution is negative: it made the common result worse.
public enum NegativeRule {
    /// It gets nothing, and the others share all in proportion.
    CLIP_AND_RENORMALISE,
    /// Its part is negative. That can be stated, but nobody is made to pay by a payout, so an
    /// amount cannot be split by it.
    AS_IS
}
