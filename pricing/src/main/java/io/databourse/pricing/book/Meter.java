package io.databourse.pricing.book;

/// What a price may count, each with its words in a sentence.
public enum Meter {
    /// Calls (次), whatever came of them.
    CALLS("次", "calls"),
    /// Calls that found something (查得).
    HITS("次查得", "hits"),
    /// Calls that found nothing (查无).
    MISSES("次查无", "misses"),
    /// Calls that failed.
    ERRORS("次失败", "errors"),
    ROWS("行", "rows"),
    BYTES("字节", "bytes"),
    /// Compute (算力计量); a fraction of a second counts as such.
    CPU_SECONDS("CPU秒", "CPU-seconds"),
    /// Units of a quota (配额), such as runs of a compute job.
    UNITS("单位", "units"),
    /// Billing periods, also parts of one; see [BillingPeriod].
    PERIODS("个计费周期", "periods"),
    /// The amounts of the buyer's own business that calls are about, in major units of the price's
    /// currency: a share of them is asked.
    TURNOVER("元交易额", "of turnover");

    private final String zh;
    private final String en;

    Meter(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /// Whether it is known only after a call how much of it the call took.
    public boolean isOfSize() {
        return this == ROWS || this == BYTES || this == CPU_SECONDS || this == TURNOVER;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
