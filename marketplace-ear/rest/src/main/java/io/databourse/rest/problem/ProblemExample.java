package io.databourse.rest.problem;

import io.databourse.call.ErrorCode;
import java.util.List;
import java.util.Locale;

/// What a problem of some code looks like, for the API's description.
public final class ProblemExample {
    private ProblemExample() {}

    public static Problem of(ErrorCode code) {
        return Problems.render(
                Finding.of(code, "What it is this time."), List.of(Locale.ENGLISH), "/api/v1/…");
    }
}
