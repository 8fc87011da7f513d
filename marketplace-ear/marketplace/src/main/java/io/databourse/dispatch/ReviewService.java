package io.databourse.dispatch;

import io.databourse.algorithm.Submissions;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.membership.NodeId;
import io.databourse.membership.NodeReview;
import io.databourse.membership.NodeSignatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/// Where nodes hand in what their reviewers decided.
@ApplicationScoped
@Transactional
public class ReviewService {
    private final NodeSignatures signatures;
    private final Reviews outputs;
    private final Submissions scripts;

    @Inject
    ReviewService(NodeSignatures signatures, Reviews outputs, Submissions scripts) {
        this.signatures = signatures;
        this.outputs = outputs;
        this.scripts = scripts;
    }

    /// Takes a review that the node has signed. The same one again changes nothing.
    ///
    /// @throws Refusal if it is not signed by the node, is about something else, or contradicts
    ///   what the node said before
    public void take(NodeId node, String document, String signature) {
        NodeReview review = NodeReview.read(node, document);
        if (!signatures.verify(node, document, signature)) {
            throw Refusal.of(
                    ErrorCode.SIGNATURE_REFUSED, "The review's signature does not verify.");
        }
        switch (review.subject()) {
            case OUTPUT -> outputs.take(node, review, document, signature);
            case SCRIPT -> scripts.take(node, review, document, signature);
        }
    }
}
