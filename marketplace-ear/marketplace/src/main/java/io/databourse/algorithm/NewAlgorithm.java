package io.databourse.algorithm;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.util.List;

/// A wish to register an algorithm; its versions come later.
///
/// @param name unique in the organisation; jobs say `name@version`
/// @param description what it is for, for the reviewers to read
public record NewAlgorithm(String name, String description) {
    private static final int LONGEST = 500;

    void check() {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/name", name, "1 to 80 letters, digits, dots and dashes")));
        }
        if (description.length() > LONGEST) {
            throw Refusal.invalid(
                    List.of(new FieldError("/description", "is too long", "at most " + LONGEST)));
        }
    }
}
