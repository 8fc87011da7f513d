package io.databourse.plugin;

import java.util.List;
import java.util.Map;

/// A wish to run a task: who would take part with which data, and the parameters.
///
/// @param task the task's name, without the plugin's id
public record TaskRequest(String task, Parameters parameters, List<Participant> participants) {
    public TaskRequest {
        participants = List.copyOf(participants);
    }

    /// Those who play a role, in the order of the request.
    public List<Participant> inRole(String role) {
        return participants.stream().filter(each -> each.party().role().equals(role)).toList();
    }

    /// One party and the data that it would bring.
    ///
    /// @param inputs by input name, as in [PartyContext#input]; empty for a party without data
    public record Participant(PartyContext.Party party, Map<String, DatasetCard> inputs) {
        public Participant {
            inputs = Map.copyOf(inputs);
        }
    }
}
