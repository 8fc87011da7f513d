package io.databourse.node.review;

/// Why a review was not taken; the message is for the reviewer.
public final class ReviewProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ReviewProblem(String message) {
        super(message);
    }
}
