package io.databourse.mpc;

import io.databourse.plugin.Outcome;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.TaskCard.ColumnUse;
import io.databourse.plugin.testkit.Expectation;
import io.databourse.plugin.testkit.MemoryDataset;
import io.databourse.plugin.testkit.TckCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The clear-text twin of `mpc/psi`: sets of lists of texts, with nothing hidden. Twins of other
/// tasks begin here too.
public final class ClearTextPsi {

    private ClearTextPsi() {}

    public static Expectation of(TckCase job) {
        if ("refuse".equals(job.parameters().values().get("duplicates"))
                && owners(job).anyMatch(owner -> repeatsKeys(job, owner))) {
            return Expectation.refused(Outcome.Reason.INPUT_UNUSABLE);
        }
        if (isTooSmall(matches(job), job)) {
            return Expectation.refused(Outcome.Reason.RESULT_BELOW_MINIMUM);
        }
        return new Expectation(
                new Outcome.Completed(1),
                owners(job)
                        .filter(owner -> owner.party().receivesResult())
                        .collect(
                                Collectors.toMap(
                                        owner -> owner.party().id(), owner -> table(job, owner))));
    }

    /// The result columns of an owner's own rows that match.
    private static List<List<@Nullable Object>> table(TckCase job, TckCase.Player owner) {
        var data = owner.input().orElseThrow();
        var matches = matches(job);
        boolean firstOnly = "first".equals(job.parameters().values().get("duplicates"));
        var table = new ArrayList<List<@Nullable Object>>();
        for (var row : data.rows()) {
            var key = key(job.parameters(), data, row).filter(matches::contains);
            if (key.isPresent()) {
                if (firstOnly) {
                    matches.remove(key.get());
                }
                table.add(select(row, data, data.columns(ColumnUse.RESULT)));
            }
        }
        return table;
    }

    private static Stream<TckCase.Player> owners(TckCase job) {
        return job.players().stream().filter(player -> player.party().role().equals("DATA"));
    }

    /// The receiver has this table, and nobody else has any.
    public static Expectation result(TckCase job, List<List<@Nullable Object>> table) {
        return new Expectation(
                new Outcome.Completed(1), Map.of(player(job, true).party().id(), table));
    }

    /// The keys that all owners have.
    public static Set<List<String>> matches(TckCase job) {
        var matches = keys(job, player(job, true));
        owners(job).forEach(owner -> matches.retainAll(keys(job, owner)));
        return matches;
    }

    public static boolean isTooSmall(Set<List<String>> matches, TckCase job) {
        return matches.size() < job.parameters().whole(Parameters.MINIMUM_RESULT_SIZE).orElse(0);
    }

    /// The owner who receives the result, or the other.
    public static TckCase.Player player(TckCase job, boolean receives) {
        return owners(job)
                .filter(player -> player.party().receivesResult() == receives)
                .findFirst()
                .orElseThrow();
    }

    private static boolean repeatsKeys(TckCase job, TckCase.Player player) {
        var data = player.input().orElseThrow();
        int keyed = 0;
        for (var row : data.rows()) {
            keyed += key(job.parameters(), data, row).isPresent() ? 1 : 0;
        }
        return keyed > keys(job, player).size();
    }

    private static Set<List<String>> keys(TckCase job, TckCase.Player player) {
        var data = player.input().orElseThrow();
        var keys = new HashSet<List<String>>();
        for (var row : data.rows()) {
            key(job.parameters(), data, row).ifPresent(keys::add);
        }
        return keys;
    }

    /// The key of a row, if it has one.
    public static Optional<List<String>> key(
            Parameters parameters, MemoryDataset data, List<@Nullable Object> row) {
        var key = new ArrayList<String>();
        for (var value : select(row, data, data.columns(ColumnUse.JOIN))) {
            var text =
                    Optional.ofNullable(value)
                            .flatMap(each ->
                                    ClearTextKeys.of(parameters, key.size(), each.toString()));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            key.add(text.get());
        }
        return Optional.of(key);
    }

    /// Some columns of a row.
    public static List<@Nullable Object> select(
            List<@Nullable Object> row, MemoryDataset data, List<String> columns) {
        var values = new ArrayList<@Nullable Object>();
        for (var column : columns) {
            values.add(row.get(data.index(column)));
        }
        return values;
    }
}
