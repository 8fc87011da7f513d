package io.databourse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the provider allows with its data, 使用策略. All columns are the provider's: the consumer's own
/// are its own business.
///
/// @param maximumRuns how many jobs may end with a result
/// @param resultRecipient who receives a result: `CONSUMER` alone, or `BOTH`, consumer and provider
/// @param minimumResultSize a result with fewer rows is withheld from everyone
/// @param room the rules for code that works beside the data, 数据沙箱, as the listing has them
/// @param providerColumns what the provider gets of its own rows, if it receives a result
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
        Optional<JsonNode> room,
        List<String> providerColumns) {
    static final String BOTH = "BOTH";

    public UsagePolicy(
            List<String> purposes,
            List<String> tasks,
            int maximumRuns,
            Instant notAfter,
            List<String> joinColumns,
            List<String> filterColumns,
            List<String> resultColumns,
            String resultRecipient,
            int minimumResultSize,
            Optional<JsonNode> room,
            @Nullable List<String> providerColumns) {
        this.purposes = List.copyOf(purposes);
        this.tasks = List.copyOf(tasks);
        this.maximumRuns = maximumRuns;
        this.notAfter = notAfter;
        this.joinColumns = List.copyOf(joinColumns);
        this.filterColumns = List.copyOf(filterColumns);
        this.resultColumns = List.copyOf(resultColumns);
        this.resultRecipient = resultRecipient;
        this.minimumResultSize = minimumResultSize;
        // Jackson reads an absent node as JSON's null.
        this.room = room.filter(rules -> !rules.isNull());
        // Earlier contracts do not have it.
        this.providerColumns = providerColumns == null ? List.of() : List.copyOf(providerColumns);
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
                Optional.empty(),
                List.of());
    }

    /// The roles that receive results.
    Set<String> recipients() {
        return givesResultToBoth()
                ? Set.of(PartyRole.CONSUMER.name(), PartyRole.PROVIDER.name())
                : Set.of(resultRecipient);
    }

    /// Whether the provider receives results besides the consumer.
    public boolean givesResultToBoth() {
        return resultRecipient.equals(BOTH);
    }
}
