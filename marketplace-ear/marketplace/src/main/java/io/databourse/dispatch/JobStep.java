package io.databourse.dispatch;

import io.databourse.contract.PartyRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One line of a job's history.
///
/// @param about the side whose rows it is about; only that side sees it, and who supervises
public record JobStep(JobState state, Instant at, String detail, Optional<PartyRole> about) {
    /// How much a node may say of its rows.
    static final int MOST_FOUND = 20;

    static JobStep of(JobState state, Instant at, String detail) {
        return new JobStep(state, at, detail, Optional.empty());
    }

    /// A history with what was found out about a side's rows; once, and not without end.
    static List<JobStep> found(List<JobStep> history, JobStep step) {
        List<JobStep> longer = new ArrayList<>(history);
        List<JobStep> sameSide =
                history.stream().filter(each -> each.about().equals(step.about())).toList();
        boolean isNew = sameSide.stream().noneMatch(each -> each.detail().equals(step.detail()));
        if (isNew && sameSide.size() < MOST_FOUND) {
            longer.add(step);
        }
        return longer;
    }
}
