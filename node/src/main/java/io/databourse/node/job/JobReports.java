package io.databourse.node.job;

/// Where the node tells what becomes of its jobs.
public interface JobReports {

    /// Best effort.
    void progress(String jobId, int attempt, RunProgress progress);

    /// The final word about one attempt, which must not get lost.
    ///
    /// @param document JSON, signed as it is
    void report(String jobId, int attempt, String document, String signature);
}
