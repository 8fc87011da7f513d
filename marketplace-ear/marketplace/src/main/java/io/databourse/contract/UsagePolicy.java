package io.databourse.contract;

import java.time.Instant;
import java.util.List;

/// What the provider allows with its data, 使用策略. All columns are the provider's: the consumer's own
/// are its own business.
///
/// @param maximumRuns how many jobs may end with a result
/// @param resultRecipient the only party that receives a result: `CONSUMER`
/// @param minimumResultSize a result with fewer rows is withheld from everyone
public record UsagePolicy(
        List<String> purposes,
        List<String> tasks,
        int maximumRuns,
        Instant notAfter,
        List<String> joinColumns,
        List<String> filterColumns,
        List<String> resultColumns,
        String resultRecipient,
        int minimumResultSize) {
    public UsagePolicy {
        purposes = List.copyOf(purposes);
        tasks = List.copyOf(tasks);
        joinColumns = List.copyOf(joinColumns);
        filterColumns = List.copyOf(filterColumns);
        resultColumns = List.copyOf(resultColumns);
    }
}
