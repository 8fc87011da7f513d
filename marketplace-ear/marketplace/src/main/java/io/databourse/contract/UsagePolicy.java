package io.databourse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the provider allows with its data, 使用策略. All columns are the provider's: the consumer's own
/// are its own business.
///
/// @param maximumRuns how many jobs may end with a result
/// @param resultRecipient the only party that receives a result: `CONSUMER`
/// @param minimumResultSize a result with fewer rows is withheld from everyone
/// @param room the rules for code that works beside the data, 数据沙箱, as the listing has them
public record UsagePolicy(
        List<String> purposes,
        List<String> tasks,
        int maximumRuns,
        Instant notAfter,
        List<String> joinColumns,
        List<String> filterColumns,
        List<String> resultColumns,
        String resultRecipient,
        int minimumResultSize,
        Optional<JsonNode> room) {
    public UsagePolicy {
        purposes = List.copyOf(purposes);
        tasks = List.copyOf(tasks);
        joinColumns = List.copyOf(joinColumns);
        filterColumns = List.copyOf(filterColumns);
        resultColumns = List.copyOf(resultColumns);
        // Jackson reads an absent node as JSON's null.
        room = room.filter(rules -> !rules.isNull());
    }

    public UsagePolicy(
            List<String> purposes,
            List<String> tasks,
            int maximumRuns,
            Instant notAfter,
            List<String> joinColumns,
            List<String> filterColumns,
            List<String> resultColumns,
            String resultRecipient,
            int minimumResultSize) {
        this(
                purposes,
                tasks,
                maximumRuns,
                notAfter,
                joinColumns,
                filterColumns,
                resultColumns,
                resultRecipient,
                minimumResultSize,
                Optional.empty());
    }
}
