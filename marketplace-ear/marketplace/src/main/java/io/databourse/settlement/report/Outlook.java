package io.databourse.settlement.report;

import io.databourse.quota.Quota;
import java.util.List;

/// How a contract's quota was used up so far, and when it will be.
///
/// @param days from the contract's beginning, at most [ReportService#MOST_DAYS], oldest first
public record Outlook(Quota quota, List<UsedDay> days, Forecast forecast, List<Warning> warnings) {
    public Outlook {
        days = List.copyOf(days);
        warnings = List.copyOf(warnings);
    }
}
