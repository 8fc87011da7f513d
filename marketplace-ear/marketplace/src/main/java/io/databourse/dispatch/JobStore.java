package io.databourse.dispatch;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps jobs. What is locked stays so until the transaction ends, so a job moves in one place at a
/// time, whichever instance of the exchange it is.
interface JobStore {
    void insert(JobRun job);

    void update(JobRun job);

    Optional<JobRun> find(JobId id);

    Optional<JobRun> lock(JobId id);

    /// Open jobs whose deadline has passed.
    List<JobId> overdue(Instant now, int limit);

    Page<JobRun> of(MerchantId organisation, PageRequest page);

    Page<JobRun> all(PageRequest page);

    /// The last word of a node about a running attempt. It does not touch the job itself.
    void progress(JobId id, NodeId node, Progress progress, Instant now);

    /// What the nodes last said about this attempt.
    Map<NodeId, Seen> progress(JobId id, int attempt);

    record Seen(Progress progress, Instant at) {
        /// The same with the line of the node's bytes.
        Seen with(Optional<Seen> traffic) {
            return traffic.map(Seen::progress)
                    .map(bytes -> new Traffic(bytes.done(), bytes.total()))
                    .map(bytes -> new Seen(progress.with(bytes), at))
                    .orElse(this);
        }
    }

    void keepReceipt(JobId id, String receipt);

    Optional<String> receipt(JobId id);
}
