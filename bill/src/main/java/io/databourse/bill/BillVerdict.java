package io.databourse.bill;

import java.util.List;

/// What was checked of a bill, in order. What could not be checked after a bad finding is not in
/// it.
public record BillVerdict(List<Finding> findings) {
    public BillVerdict {
        findings = List.copyOf(findings);
    }

    public boolean isGood() {
        return findings.stream().allMatch(Finding::good);
    }
}
