package io.databourse.dispatch;

import io.databourse.membership.NodeReview;

/// A review of a job's output, with the text that the node signed.
record SignedReview(JobId job, NodeReview review, String document, String signature) {
    int attempt() {
        return review.attempt().orElseThrow();
    }
}
