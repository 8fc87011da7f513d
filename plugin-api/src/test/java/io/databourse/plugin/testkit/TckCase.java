package io.databourse.plugin.testkit;

import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.TaskRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One job to try: who takes part with which rows.
///
/// @param task the task's name, without the plugin's id
public record TckCase(String task, Parameters parameters, List<Player> players) {
    public TckCase {
        players = List.copyOf(players);
    }

    /// One party; its input, if it has one, is called [PartyContext#INPUT].
    public record Player(PartyContext.Party party, Map<String, MemoryDataset> inputs) {
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
                                        : Player.with(
                                                player.party(),
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

    TaskRequest request() {
        return new TaskRequest(
                task,
                parameters,
                players.stream()
                        .map(player ->
                                new TaskRequest.Participant(
                                        player.party(),
                                        player.input()
                                                .map(data ->
                                                        Map.of(PartyContext.INPUT, data.card()))
                                                .orElse(Map.of())))
                        .toList());
    }
}
