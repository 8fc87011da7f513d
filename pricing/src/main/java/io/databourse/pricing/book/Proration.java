package io.databourse.pricing.book;

/// How much of a period a part of it is.
public enum Proration {
    /// Its seconds.
    SECOND,
    /// The days it began.
    DAY,
    /// A period that began is due whole.
    NONE
}
