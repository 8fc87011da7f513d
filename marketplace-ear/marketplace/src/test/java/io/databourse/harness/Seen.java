package io.databourse.harness;

import io.databourse.dispatch.JobEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers the events of jobs.
@ApplicationScoped
public class Seen {
    private final List<JobEvent> jobs = new CopyOnWriteArrayList<>();

    void on(@Observes JobEvent event) {
        jobs.add(event);
    }

    public List<JobEvent> jobs() {
        return List.copyOf(jobs);
    }
}
