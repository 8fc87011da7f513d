package io.databourse.rest.wire;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.util.List;

/// Reads the parts of a request that are not JSON.
public final class Inputs {
    private Inputs() {}

    /// A whole number of the query, at least `least`.
    public static long number(String name, String text, long least) {
        if (text.matches("\\d{1,18}") && Long.parseLong(text) >= least) {
            return Long.parseLong(text);
        }
        throw invalid("/" + name, "is not a whole number", "at least " + least);
    }

    public static Refusal invalid(String pointer, String problem, String allowed) {
        return Refusal.invalid(List.of(new FieldError(pointer, problem, allowed)));
    }
}
