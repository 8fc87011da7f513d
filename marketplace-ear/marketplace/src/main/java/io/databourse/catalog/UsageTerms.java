package io.databourse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a buyer may be allowed at most; the contract's usage policy is cut from it.
///
/// @param tasks plugin and task, such as `mpc/psi`
/// @param purposes words that a contract may name, such as `marketing`
/// @param joinColumns columns of the product that records may be matched on
/// @param filterColumns columns that conditions may be put on
/// @param resultColumns columns that may reach the buyer; usually none
/// @param minimumResultSize the fewest rows that a result may have
/// @param offeredUntil the last moment to which a contract may run
/// @param room the rules for code that works beside the data, 数据沙箱: which column plays which part,
///   and what may leave; a plugin reads them
/// @param samples of result columns, a few values each that whoever writes code may look at; those
///   of sensitive fields are masked
/// @param providerColumns what the provider gets of its own matching rows, where a contract gives
///   it the result besides the consumer; none if no contract may
public record UsageTerms(
        List<String> tasks,
        List<String> purposes,
        List<String> joinColumns,
        List<String> filterColumns,
        List<String> resultColumns,
        int minimumResultSize,
        Instant offeredUntil,
        Optional<JsonNode> room,
        Map<String, List<String>> samples,
        List<String> providerColumns) {
    public UsageTerms(
            List<String> tasks,
            List<String> purposes,
            List<String> joinColumns,
            List<String> filterColumns,
            List<String> resultColumns,
            int minimumResultSize,
            Instant offeredUntil,
            Optional<JsonNode> room,
            @Nullable Map<String, List<String>> samples,
            @Nullable List<String> providerColumns) {
        this.tasks = List.copyOf(tasks);
        this.purposes = List.copyOf(purposes);
        this.joinColumns = List.copyOf(joinColumns);
        this.filterColumns = List.copyOf(filterColumns);
        this.resultColumns = List.copyOf(resultColumns);
        this.minimumResultSize = minimumResultSize;
        this.offeredUntil = offeredUntil;
        // Jackson reads an absent node as JSON's null.
        this.room = room.filter(rules -> !rules.isNull());
        this.samples = samples == null ? Map.of() : Map.copyOf(samples);
        this.providerColumns = providerColumns == null ? List.of() : List.copyOf(providerColumns);
    }

    public UsageTerms(
            List<String> tasks,
            List<String> purposes,
            List<String> joinColumns,
            List<String> filterColumns,
            List<String> resultColumns,
            int minimumResultSize,
            Instant offeredUntil) {
        this(
                tasks,
                purposes,
                joinColumns,
                filterColumns,
                resultColumns,
                minimumResultSize,
                offeredUntil,
                Optional.empty(),
                Map.of(),
                List.of());
    }

    /// Whether a contract may give the result to the provider as well.
    public boolean mayGiveResultToBoth() {
        return !providerColumns.isEmpty();
    }
}
