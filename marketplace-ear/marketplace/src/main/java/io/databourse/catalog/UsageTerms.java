package io.databourse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
public record UsageTerms(
        List<String> tasks,
        List<String> purposes,
        List<String> joinColumns,
        List<String> filterColumns,
        List<String> resultColumns,
        int minimumResultSize,
        Instant offeredUntil,
        Optional<JsonNode> room) {
    public UsageTerms {
        tasks = List.copyOf(tasks);
        purposes = List.copyOf(purposes);
        joinColumns = List.copyOf(joinColumns);
        filterColumns = List.copyOf(filterColumns);
        resultColumns = List.copyOf(resultColumns);
        // Jackson reads an absent node as JSON's null.
        room = room.filter(rules -> !rules.isNull());
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
                Optional.empty());
    }
}
