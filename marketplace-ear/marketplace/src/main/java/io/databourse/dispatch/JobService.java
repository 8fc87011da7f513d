package io.databourse.dispatch;

import io.databourse.call.Caller;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Jobs, as parties see them.
@ApplicationScoped
@Transactional
public class JobService {
    public JobPreview preview(Caller caller, JobRequest request) {
        throw new UnsupportedOperationException();
    }

    public Job start(Caller caller, JobRequest request) {
        throw new UnsupportedOperationException();
    }

    public Job cancel(Caller caller, JobId id) {
        throw new UnsupportedOperationException();
    }

    public Job find(Caller caller, JobId id) {
        throw new UnsupportedOperationException();
    }

    public Page<Job> list(Caller caller, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public void progress(NodeId node, JobId id, Progress progress) {
        throw new UnsupportedOperationException();
    }

    public void report(NodeId node, JobId id, int attempt, String document, String signature) {
        throw new UnsupportedOperationException();
    }

    public String receipt(Caller caller, JobId id) {
        throw new UnsupportedOperationException();
    }
}
