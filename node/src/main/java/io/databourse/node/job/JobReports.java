package io.databourse.node.job;

import io.databourse.node.child.ProgressMade;

/// Where the node tells what becomes of its jobs.
public interface JobReports {

    /// Best effort.
    void progress(String jobId, int attempt, ProgressMade progress);

    /// The final word about one attempt, which must not get lost.
    ///
    /// @param document JSON, signed as it is
    void report(String jobId, int attempt, String document, String signature);
}
