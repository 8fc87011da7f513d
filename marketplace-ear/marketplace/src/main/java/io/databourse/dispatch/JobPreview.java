package io.databourse.dispatch;

import io.databourse.money.Money;
import io.databourse.plugin.Disclosure;
import io.databourse.plugin.Estimate;
import io.databourse.quota.Quota;
import java.util.List;

/// What a job would reveal, take and cost, shown before it is started.
public record JobPreview(
        Disclosure disclosure,
        Estimate estimate,
        Money unitPrice,
        Quota quota,
        List<String> warnings) {
    public JobPreview {
        warnings = List.copyOf(warnings);
    }
}
