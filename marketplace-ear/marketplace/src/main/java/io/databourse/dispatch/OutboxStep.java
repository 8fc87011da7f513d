package io.databourse.dispatch;

/// What is to be done next for a job.
enum OutboxStep {
    /// Make the attempt's definition and ask the nodes to accept it.
    AUTHORIZE,
    /// Tell the nodes to start.
    PLACE,
    /// Look whether the result may go, and release it.
    REVIEW,
    /// Do what reviewers decided about a held result.
    DECIDE,
    /// Tell all nodes that they may forget the job.
    FINISH
}
