package io.databourse.plugin.testkit;

import io.databourse.plugin.Journal;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// One job to try: who takes part with which rows.
///
/// @param task the task's name, without the plugin's id
public record TckCase(String task, Parameters parameters, List<Player> players) {
    public TckCase {
        players = List.copyOf(players);
    }

    /// One party; its input, if it has one, is called [PartyContext#INPUT], others as they like.
    ///
    /// @param released files that its reviewers have released, by name
    /// @param journals what it kept of earlier runs, `name` of [PartyContext#INPUT] and
    ///   `name/input` of another one; the run appends to them
    public record Player(
            PartyContext.Party party,
            Map<String, MemoryDataset> inputs,
            Map<String, MemoryFile> released,
            Map<String, Journal> journals) {
        public Player(PartyContext.Party party, Map<String, MemoryDataset> inputs) {
            this(party, inputs, Map.of(), new ConcurrentHashMap<>());
        }

        /// The same party with files to hand over.
        public Player withReleased(Map<String, MemoryFile> files) {
            return new Player(party, inputs, files, journals);
        }

        /// The same party with a memory of earlier runs.
        public Player withJournals(Map<String, Journal> kept) {
            return new Player(party, inputs, released, kept);
        }

        Player withInput(MemoryDataset input) {
            return new Player(
                    party, Map.of(PartyContext.INPUT, input), released, new ConcurrentHashMap<>());
        }

        public static Player with(PartyContext.Party party, MemoryDataset input) {
            return new Player(party, Map.of(PartyContext.INPUT, input));
        }

        public static Player without(PartyContext.Party party) {
            return new Player(party, Map.of());
        }

        public Optional<MemoryDataset> input() {
            return Optional.ofNullable(inputs.get(PartyContext.INPUT));
        }
    }

    public TckCase withParameters(Parameters changed) {
        return new TckCase(task, changed, players);
    }

    /// The same case with the data of one party, or of all if `party` is empty, changed.
    public TckCase withData(String party, UnaryOperator<MemoryDataset> change) {
        return new TckCase(
                task,
                parameters,
                players.stream()
                        .map(player ->
                                player.inputs().isEmpty()
                                                || !(party.isEmpty()
                                                        || player.party().id().equals(party))
                                        ? player
                                        : player.withInput(
                                                change.apply(player.input().orElseThrow())))
                        .toList());
    }

    /// The player of this party id.
    public Player player(String party) {
        return players.stream()
                .filter(player -> player.party().id().equals(party))
                .findFirst()
                .orElseThrow();
    }

    /// The job as the planner is asked about it.
    public TaskRequest request() {
        return new TaskRequest(
                task,
                parameters,
                players.stream()
                        .map(player ->
                                new TaskRequest.Participant(
                                        player.party(),
                                        player.inputs().entrySet().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                each -> each.getValue().card()))))
                        .toList());
    }
}
