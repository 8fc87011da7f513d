package io.databourse.node.review;

import io.databourse.plugin.Text;

/// Why a review was not taken, in words for the reviewer.
public final class ReviewProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text text;

    public ReviewProblem(String zh, String en) {
        super(en);
        text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }
}
