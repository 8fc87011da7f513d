package io.databourse.mpc;

import io.databourse.plugin.Estimate;
import io.databourse.plugin.PartyProgram;
import io.databourse.plugin.Plan;
import io.databourse.plugin.TaskCard;
import io.databourse.plugin.TaskRequest;
import java.util.List;
import java.util.Map;

/// One task of the plugin: what people are told of it, its programs, and what it takes.
///
/// @param parameters all that the card's schema names
/// @param programs by role
/// @param rules what the card cannot say
/// @param estimates asked only about requests that keep to the card and the rules
public record MpcTask(
        TaskCard card,
        List<? extends TaskParameter> parameters,
        Map<String, PartyProgram> programs,
        Rules rules,
        Estimates estimates) {
    public MpcTask {
        parameters = List.copyOf(parameters);
        programs = Map.copyOf(programs);
    }

    /// A task of which the card says everything.
    public MpcTask(
            TaskCard card,
            List<? extends TaskParameter> parameters,
            Map<String, PartyProgram> programs,
            Estimates estimates) {
        this(card, parameters, programs, _ -> List.of(), estimates);
    }

    /// Finds what is wrong with a request besides what the card tells.
    @FunctionalInterface
    public interface Rules {
        List<Plan.Problem> check(TaskRequest request);
    }

    /// Says what a request takes.
    @FunctionalInterface
    public interface Estimates {
        Estimate of(TaskRequest request);
    }
}
