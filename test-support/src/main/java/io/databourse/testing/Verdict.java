package io.databourse.testing;

/// What became of one test.
enum Verdict {
    PASSED,
    FAILED,
    SKIPPED
}
