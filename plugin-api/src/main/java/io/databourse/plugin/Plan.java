package io.databourse.plugin;

import java.util.List;

/// The planner's answer to a [TaskRequest].
public sealed interface Plan {

    /// It can be run.
    ///
    /// @param disclosure what is revealed with exactly these parties and parameters
    record Accepted(Estimate estimate, Disclosure disclosure) implements Plan {}

    /// It cannot be run so; each problem is something that a person can change.
    record Refused(List<Problem> problems) implements Plan {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }

    /// One thing to change.
    ///
    /// @param subject what to change: a parameter, a role, or `party/column`
    record Problem(String subject, Text message) {}
}
